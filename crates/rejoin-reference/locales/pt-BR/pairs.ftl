# O que se diz de dois códigos juntos.
# Uma mensagem por linha. O que deve ficar da esquerda para a direita vai entre crases.

p1000-1001-apart-1 = O número está no fio: `03 e8` é 1000, `03 e9` é 1001. Ambos são fins limpos.
p1000-1001-apart-2 = Uma conexão encerrada com 1000 é decisão de alguém. Muitas conexões encerradas com 1001 no mesmo minuto são uma parada, ou um proxy que reinicia.
p1000-1001-use-1000 = O trabalho desta conexão está feito, e ninguém precisa voltar.
p1000-1001-use-1001 = Você sai embora o trabalho talvez não esteja feito: o servidor para, ou a página é deixada.
p1000-1001-now = Após 1000 pergunte se a aplicação ainda precisa da conexão. Após 1001 reconecte depois de 0 a 5 segundos ao acaso.

p1000-1005-apart-1 = Quem decide é o comprimento do corpo do quadro Close: dois bytes ou mais para 1000, zero para 1005.
p1000-1005-apart-2 = .NET e faye escrevem 1000 para os dois. Um registro feito por eles não revela qual foi.
p1000-1005-use-1000 = Sempre que você encerra de propósito e o trabalho está feito.
p1000-1005-use-1005 = Nunca: não pode ser enviado. É o que o outro lado anota quando o seu Close não tem código.
p1000-1005-now = Se é o seu lado que causa 1005, dê um código à sua chamada de encerramento. Senão, trate os dois como um fim limpo.

p1001-1006-apart-1 = Com 1001 chegou um quadro Close, e depois o TCP terminou em ordem. Com 1006 o TCP apenas terminou: por FIN, reset ou silêncio.
p1001-1006-apart-2 = Olhe o momento: proxies recarregados cortam todas as conexões de uma vez, com 1006. Servidores que param em ordem enviam 1001.
p1001-1006-use-1001 = Você para e ainda pode enviar. Faça isso antes que o processo termine.
p1001-1006-use-1006 = Nunca: ninguém o envia. Se os seus clientes veem 1006 quando você implanta, o seu processo termina antes de os quadros Close saírem.
p1001-1006-now = Reconecte após uma espera aleatória nos dois casos. Após muitos 1006 procure o que corta as conexões; após 1001 não há o que procurar.

p1001-1012-differ-return = O mesmo endereço volta a servir logo?
p1001-1012-differ-return-1001 = talvez
p1001-1012-differ-return-1012 = sim
p1001-1012-differ-known = Conhecido por bibliotecas antigas
p1001-1012-differ-known-1001 = sim, por todas
p1001-1012-differ-known-1012 = não: Tomcat, uWebSockets, libwebsockets, faye e .NET antes da 8 o recusam
p1001-1012-apart-1 = No fio, `03 e9` contra `03 f4`. Em registros de bibliotecas antigas 1012 aparece como 1002 ou 1006.
p1001-1012-apart-2 = 1001 vem também de navegadores que deixam uma página; 1012 vem só de servidores.
p1001-1012-use-1001 = Você não sabe se volta nem quando, ou alguns dos seus clientes recusam 1012.
p1001-1012-use-1012 = Você reinicia, e os clientes que voltarem em alguns segundos vão encontrá-lo.
p1001-1012-now = Após 1012 espere a janela que o servidor nomeia, senão de 1 a 5 segundos. Após 1001 reconecte depois de 0 a 5 segundos ao acaso, e conte com uma ausência mais longa.

p1001-1013-apart-1 = `03 e9` contra `03 f5`. Após 1001 conexões novas são recusadas ou chegam a outro servidor; após 1013 o mesmo servidor continua rodando.
p1001-1013-apart-2 = Carga crescente antes do encerramento aponta para 1013; uma implantação aponta para 1001.
p1001-1013-use-1001 = Você vai embora. Os clientes podem tentar de novo, ou em outro lugar.
p1001-1013-use-1013 = Você fica, mas não pode atender este cliente agora.
p1001-1013-now = Após 1001 volte logo. Após 1013 tente outro endereço do serviço, ou espere muito, e cada vez mais.

p1002-1003-apart-1 = 1002 segue um quadro com o cabeçalho errado. 1003 segue um quadro de dados correto, logo após a mensagem.
p1002-1003-apart-2 = Repita a mensagem como o outro tipo: com 1003 isso ajuda, com 1002 não.
p1002-1003-use-1002 = Um quadro quebra as regras do protocolo.
p1002-1003-use-1003 = Um quadro correto traz texto onde você aceita binário, ou o contrário.
p1002-1003-now = Para 1002 suspeite de bibliotecas e proxies. Para 1003 olhe a sua própria chamada que envia a mensagem.

p1002-1007-apart-1 = Olhe os bytes antes do Close: um cabeçalho errado significa 1002, um texto que não é UTF-8 significa 1007.
p1002-1007-apart-2 = O Chromium diz 1002 também para UTF-8 inválido, e a página dele vê 1006.
p1002-1007-use-1002 = Bits, comprimentos, ordem ou máscara dos quadros estão errados.
p1002-1007-use-1007 = Os quadros estão certos, mas o conteúdo não serve: UTF-8 inválido, ou dados comprimidos que não podem ser descomprimidos.
p1002-1007-now = Para 1002 atualize a biblioteca ou procure um proxy. Para 1007 conserte o codificador.

p1002-1010-differ-answer = A resposta 101 do servidor
p1002-1010-differ-answer-1002 = válida; a falha veio depois
p1002-1010-differ-answer-1010 = válida, mas sem a extensão
p1002-1010-differ-sent = Quando é enviado
p1002-1010-differ-sent-1002 = no primeiro quadro ilegal
p1002-1010-differ-sent-1010 = logo após o handshake, antes de qualquer dado
p1002-1010-apart-1 = Compare os dois cabeçalhos `Sec-WebSocket-Extensions`. Oferecida e não acordada: 1010 é possível. Não acordada, e um quadro tem RSV1 em 1: 1002.
p1002-1010-apart-2 = Uma resposta com uma extensão que não foi oferecida não leva a nenhum dos dois: o cliente faz falhar o handshake sem quadro Close.
p1002-1010-use-1002 = Você recebeu um quadro que nenhuma extensão acordada explica.
p1002-1010-use-1010 = Você é um cliente, e na resposta falta uma extensão de que você não pode abrir mão. Ponha o nome dela no motivo.
p1002-1010-now = Para 1010 ative a extensão, ou deixe de exigi-la. Para 1002 procure quem comprime sem acordo, muitas vezes um proxy.

p1003-1007-apart-1 = 1003 vem para toda mensagem do tipo indesejado, diga o que disser. 1007 vem só para as de conteúdo quebrado.
p1003-1007-apart-2 = O Starlette envia 1003 para JSON que não pode ser analisado. Pelas definições não é nenhum dos dois.
p1003-1007-use-1003 = Você não aceita mensagens deste tipo.
p1003-1007-use-1007 = Os bytes não combinam com o tipo que o quadro nomeia.
p1003-1007-now = Para 1003 mude o tipo da mensagem. Para 1007 verifique os bytes dela. Para JSON quebrado use 1008 ou um código privado.

p1003-1008-apart-1 = Com 1003 o problema é o tipo do quadro, e toda mensagem do tipo é recusada. Com 1008 o mesmo tipo é bem-vindo em outros momentos.
p1003-1008-use-1003 = Chegou texto onde só se aceita binário, ou o contrário.
p1003-1008-use-1008 = A mensagem quebra uma regra da sua aplicação.
p1003-1008-now = Para 1003 mude o tipo. Para 1008 leia o motivo e a documentação do serviço.

p1004-1009-apart-1 = 1009 é `03 f1`. 1004, `03 ec`, não deveria aparecer de modo algum.
p1004-1009-apart-2 = Onde um programa antigo registra 1004, isso em geral quer dizer “grande demais”, como em rascunhos do protocolo.
p1004-1009-use-1004 = Nunca. É reservado.
p1004-1009-use-1009 = Uma mensagem é maior do que você aceita.
p1004-1009-now = Troque 1004 por 1009 no programa que o envia.

p1005-1006-differ-frame = Chegou um quadro Close?
p1005-1006-differ-frame-1005 = sim, sem código
p1005-1006-differ-frame-1006 = não
p1005-1006-differ-clean = `wasClean` em um navegador
p1005-1006-differ-clean-1005 = verdadeiro
p1005-1006-differ-clean-1006 = falso
p1005-1006-apart-1 = Em uma captura procure os bytes `88 00` vindos do servidor (1005). Com 1006 nenhum quadro começa com `88`.
p1005-1006-apart-2 = No código, 1005 normalmente traz ao lado um indicador de fim limpo, e 1006 um erro.
p1005-1006-use-1005 = Nunca enviado. Você o lê quando o par encerrou sem dar um código.
p1005-1006-use-1006 = Nunca enviado. Você o lê quando a conexão se perdeu ou não se abriu.
p1005-1006-now = Com 1005 nada está quebrado: reconecte se precisar, e peça ao outro lado que envie um código. Com 1006 descubra o que cortou a conexão.

p1006-1009-apart-1 = 1009 é dito pelo par. Se a conexão quebra com 1006 logo após uma mensagem grande, o par talvez tenha um limite e não o diga: uWebSockets (16 KiB) e tungstenite fazem isso.
p1006-1009-apart-2 = Envie a mesma mensagem em partes menores: se a conexão sobrevive, era o tamanho.
p1006-1009-use-1006 = Nunca enviado.
p1006-1009-use-1009 = Uma mensagem é grande demais. Diga isso antes de encerrar.
p1006-1009-now = Compare o tamanho da última mensagem com o limite do par, depois olhe a rede.

p1006-1010-apart-1 = 1010 precisa de uma conexão aberta. Se o próprio handshake falhou, não houve quadro Close, e você vê 1006.
p1006-1010-apart-2 = Uma resposta com uma extensão não oferecida, ou com um parâmetro errado, faz falhar o handshake: 1006. Uma resposta em que falta uma extensão deixa a escolha ao cliente: 1010.
p1006-1010-use-1006 = Nunca enviado.
p1006-1010-use-1010 = Você é um cliente, a conexão está aberta, e falta uma extensão exigida.
p1006-1010-now = Olhe os dois cabeçalhos `Sec-WebSocket-Extensions`. Sobra algo na resposta: conserte o servidor ou o proxy. Falta algo: ative a extensão ou deixe de exigi-la.

p1006-1011-apart-1 = 1011 é enviado por um programa que ainda roda. Um processo que morre não envia nada: 1006.
p1006-1011-apart-2 = Uma conexão encerrada com 1011 aponta para um pedido. Todas as conexões terminadas com 1006 em um mesmo momento apontam para uma queda, um kill ou uma rede.
p1006-1011-use-1006 = Nunca enviado.
p1006-1011-use-1011 = O seu tratador falhou, mas o seu processo vive: encerre com 1011, para que o cliente saiba.
p1006-1011-now = Para 1011 leia o registro do servidor. Para 1006 verifique antes se o processo vivia, depois os proxies.

p1006-1012-apart-1 = Um reinício anunciado mostra 1012. Um que corta mostra 1006, para todos os clientes de uma vez.
p1006-1012-apart-2 = O uWebSockets informa um 1012 recebido como 1006, o Tomcat como 1002. Olhe o quadro antes de acreditar em um registro assim.
p1006-1012-use-1006 = Nunca enviado. Os seus clientes o veem quando você reinicia sem dizer nada, ou quando um proxy no meio corta antes.
p1006-1012-use-1012 = Você reinicia em ordem, e vai voltar.
p1006-1012-now = Se implantações aparecem como 1006, faça o servidor encerrar com 1012 antes de parar, e impeça os proxies de cortar antes.

p1006-1014-apart-1 = Só um gateway que fala WebSocket pode enviar 1014. Proxies que passam bytes encerram o TCP quando o servidor de trás falha: 1006.
p1006-1014-apart-2 = Um cliente cuja biblioteca não conhece 1014 informa em vez disso um erro de protocolo.
p1006-1014-use-1006 = Nunca enviado.
p1006-1014-use-1014 = Você é um gateway, o servidor atrás de você falhou, e os seus clientes entendem 1014.
p1006-1014-now = Nos dois casos olhe primeiro o servidor atrás do proxy. Reconecte com esperas aleatórias crescentes.

p1006-1015-apart-1 = Nenhum dos dois está no fio. Tente o mesmo host com um pedido HTTPS: se ele também falha, é o TLS.
p1006-1015-apart-2 = Os navegadores informam 1006 para os dois; só o Firefox informa 1015, em um caso. O console do navegador nomeia o erro do certificado.
p1006-1015-use-1006 = Nunca enviado. Abrange tudo o que termina sem quadro Close.
p1006-1015-use-1015 = Nunca enviado. Bibliotecas podem informá-lo quando o TLS falhou.
p1006-1015-now = Para o TLS verifique validade, nome de host, cadeia e relógio. Tentar de novo não ajuda. Para outros 1006 descubra antes a fase.

p1006-3008-apart-1 = 3008 vem em um quadro Close do outro lado, que esperou demais. Um proxy que esperou demais não envia nada: 1006, muitas vezes após exatamente 30, 60 ou 100 segundos.
p1006-3008-use-1006 = Nunca enviado.
p1006-3008-use-3008 = O par não fez a tempo o que a sua aplicação espera.
p1006-3008-now = Para 3008 faça mais cedo o que deve. Para um 1006 em hora fixa envie pings com mais frequência, ou aumente o limite do proxy.

p1008-1009-apart-1 = 1009 segue imediatamente uma mensagem grande. 1008 pode seguir qualquer coisa, até nada.
p1008-1009-apart-2 = Envie uma mensagem pequena do mesmo tipo: se for aceita, o problema era o tamanho.
p1008-1009-use-1008 = Foi quebrada uma regra que não tem código próprio.
p1008-1009-use-1009 = Uma mensagem é maior do que você aceita.
p1008-1009-now = Para 1009 divida ou reduza a mensagem. Para 1008 leia o motivo.

p1008-1013-apart-1 = 1008 atinge um cliente, o que fez demais. 1013 atinge muitos ao mesmo tempo.
p1008-1013-apart-2 = A frequência dos seus próprios pedidos revela: se era baixa, o problema é a carga do serviço.
p1008-1013-use-1008 = Este cliente passou de um limite ou quebrou uma regra.
p1008-1013-use-1013 = O serviço inteiro tem coisa demais para fazer.
p1008-1013-now = Após 1008 mude o que você envia antes de reconectar. Após 1013 não mude nada, e espere.

p1008-3000-apart-1 = `03 f0` contra `0b b8`. Só o motivo diz se um 1008 trata de credenciais.
p1008-3000-apart-2 = No Centrifugo e no SockJS 3000 tem outro significado. Verifique que biblioteca o servidor usa.
p1008-3000-use-1008 = Os seus clientes são antigos ou usam uWebSockets, ou você quer esconder a causa.
p1008-3000-use-3000 = As credenciais faltam ou expiraram, e o cliente pode saber disso.
p1008-3000-now = Obtenha credenciais novas antes de reconectar. Se um 1008 não dá motivo, trate-o como uma recusa que dura.

p1008-3003-apart-1 = Só o número ou o motivo diz. 3003 trata sempre de permissões; 1008 pode tratar de qualquer coisa.
p1008-3003-use-1008 = A regra não tem código próprio, ou os detalhes devem ficar ocultos.
p1008-3003-use-3003 = O usuário é conhecido e não tem permissão para estar aqui.
p1008-3003-now = Pare a reconexão automática nos dois casos. Para 3003 pergunte a quem dá as permissões.

p1008-4401-apart-1 = 4401 é privado: só quer dizer “não autenticado” onde o serviço diz isso, como fazem graphql-ws, Hocuspocus e Signal.
p1008-4401-use-1008 = O outro lado não tem a tabela dos seus códigos privados.
p1008-4401-use-4401 = Os dois lados são seus, ou seguem a convenção de 4000 mais o status HTTP. Toda biblioteca passa o número, o uWebSockets também.
p1008-4401-now = Para 4401 renove as credenciais. Para 1008 leia antes o motivo.

p1010-1012-differ-when = Em que momento da vida de uma conexão
p1010-1012-differ-when-1010 = logo após o handshake, antes de qualquer dado
p1010-1012-differ-when-1012 = a qualquer momento, muitas vezes após horas
p1010-1012-differ-many = Quantas conexões de uma vez
p1010-1012-differ-many-1010 = um cliente, ou um tipo de cliente
p1010-1012-differ-many-1012 = todas as conexões de um servidor
p1010-1012-differ-reason = O que o motivo diz
p1010-1012-differ-reason-1010 = as extensões necessárias, como `permessage-deflate`
p1010-1012-differ-reason-1012 = livre; o Rejoin acrescenta uma janela, como `retry=1.0-5.0`
p1010-1012-differ-act = Quem precisa agir
p1010-1012-differ-act-1010 = quem configura o servidor ou um proxy, ou escreve o cliente
p1010-1012-differ-act-1012 = ninguém
p1010-1012-differ-again = A mesma tentativa outra vez
p1010-1012-differ-again-1010 = termina do mesmo jeito
p1010-1012-differ-again-1012 = dá certo assim que o serviço volta
p1010-1012-differ-old = Em bibliotecas antigas
p1010-1012-differ-old-1010 = conhecido desde a RFC 6455 (2011)
p1010-1012-differ-old-1012 = desconhecido de algumas: mostram 1002 ou 1006
p1010-1012-differ-wild = Quem o envia de verdade
p1010-1012-differ-wild-1010 = OkHttp e faye, com significados próprios; o cliente do Rejoin
p1010-1012-differ-wild-1012 = Uvicorn, Phoenix, Bandit, o servidor do Rejoin
p1010-1012-differ-alarm = No monitoramento
p1010-1012-differ-alarm-1010 = um alarme: alguns clientes não conseguem trabalhar de modo algum
p1010-1012-differ-alarm-1012 = um contador: compare-o com as suas implantações
p1010-1012-apart-1 = No fio o quadro Close começa com `03 f2` para 1010 e com `03 f4` para 1012. 1010 viaja do cliente ao servidor e é mascarado; 1012 viaja do servidor ao cliente. O eco que volta traz o mesmo número, então olhe quem enviou primeiro.
p1010-1012-apart-2 = Em um registro, 1010 vem dentro de um segundo após o handshake, de novo e de novo dos mesmos clientes. 1012 vem para todos nos segundos ou minutos de um reinício, e depois cessa.
p1010-1012-apart-3 = Olhe `Sec-WebSocket-Extensions` na resposta. Se ali falta uma extensão oferecida, ou há um parâmetro que o cliente não ofereceu, 1010 está explicado. 1012 não tem nada a ver com cabeçalhos.
p1010-1012-use-1010 = Você escreve um cliente que não pode trabalhar sem uma extensão. O handshake deu certo, e na resposta ela falta. Encerre com 1010 e nomeie a extensão. Um servidor nunca começa com 1010: ele recusa o handshake em vez disso.
p1010-1012-use-1012 = Você mantém um servidor que está para reiniciar e volta logo. Deixe o novo processo escutar primeiro, distribua os encerramentos no tempo, e nomeie uma janela para a volta.
p1010-1012-now = Com 1010 não tente de novo. Compare oferta e resposta, descubra se foi o servidor ou um proxy que removeu a extensão, e ative-a ou torne-a opcional. Com 1012 não faça nada: o cliente espera, por padrão de 1 a 5 segundos ao acaso, ou o tempo que a janela do servidor diz, e se conecta de novo. Se não fizer isso, conserte o cliente.

p1011-1012-apart-1 = 1011 atinge conexões isoladas a qualquer momento. 1012 atinge todas, na hora de uma implantação.
p1011-1012-apart-2 = O Hypercorn encerra todos com 1011 quando para: ali 1011 pode ser um reinício planejado.
p1011-1012-use-1011 = Falhou algo que não deveria falhar.
p1011-1012-use-1012 = O fim é planejado, e você vai voltar.
p1011-1012-now = Para 1011 leia o registro. Para 1012 espere e reconecte; nada falhou.

p1011-1013-apart-1 = 1011 vem com um erro no registro do servidor. 1013 vem com carga alta, e talvez sem erro nenhum.
p1011-1013-use-1011 = Você não esperava o que aconteceu.
p1011-1013-use-1013 = Você sabe que está sobrecarregado, e se protege.
p1011-1013-now = Reconecte nos dois casos com esperas aleatórias crescentes; após 1013 comece com uma mais longa, ou use outro endereço.

p1011-1014-apart-1 = Depende de quem fala: 1014 é enviado por um gateway a respeito de um servidor atrás dele. Em HTTP o mesmo par é 500 e 502.
p1011-1014-apart-2 = O registro do gateway nomeia o servidor de trás; o registro desse servidor tem a causa.
p1011-1014-use-1011 = A falha está no programa que envia o Close.
p1011-1014-use-1014 = A falha está em um servidor atrás do remetente, e os clientes entendem 1014.
p1011-1014-now = Procure onde o código aponta: este servidor para 1011, o servidor de trás para 1014. Se os seus clientes podem ser antigos, envie 1011 para os dois.

p1012-1013-differ-soon = Uma volta rápida é bem-vinda?
p1012-1013-differ-soon-1012 = sim, em segundos
p1012-1013-differ-soon-1013 = não
p1012-1013-differ-delay = Primeira espera que o registro pede
p1012-1013-differ-delay-1012 = de 5 a 30 segundos ao acaso
p1012-1013-differ-delay-1013 = outro endereço, ou quando o usuário pedir
p1012-1013-apart-1 = `03 f4` contra `03 f5`. Os dois foram registrados pelo mesmo e-mail em 2012.
p1012-1013-apart-2 = Após 1012 conexões novas dão certo logo. Após 1013 muitas vezes acabam em 503 ou de novo em 1013.
p1012-1013-use-1012 = Você reinicia, e a sua capacidade estará lá de novo.
p1012-1013-use-1013 = Você roda, mas no limite. Voltar pioraria a situação.
p1012-1013-now = Após 1012 volte depois da janela. Após 1013 tente outro endereço, ou dobre a espera a cada vez.

p1013-1014-apart-1 = Em termos de HTTP 1013 fica perto de 503 e 1014 de 502.
p1013-1014-use-1013 = O próprio serviço tem coisa demais para fazer.
p1013-1014-use-1014 = O servidor atrás do gateway não deu uma resposta válida.
p1013-1014-now = Reconecte nos dois casos com esperas aleatórias crescentes. Para 1014 olhe o servidor de trás, para 1013 a capacidade.

p1013-3008-apart-1 = 3008 trata de um par lento. 1013 trata de um serviço com carga demais.
p1013-3008-apart-2 = No Centrifugo 3008 diz que o cliente lê devagar demais; na AssemblyAI, que a sessão atingiu a sua duração máxima.
p1013-3008-use-1013 = Você não tem capacidade para este cliente agora.
p1013-3008-use-3008 = Este cliente não fez a tempo o que devia.
p1013-3008-now = Após 1013 espere muito. Após 3008 torne o cliente mais rápido, depois reconecte.

p3000-3003-apart-1 = 3000 pergunta quem é o par; 3003 sabe. Em HTTP são 401 e 403.
p3000-3003-apart-2 = Identifique-se de novo como o mesmo usuário: se isso ajuda, era o caso de 3000.
p3000-3003-use-3000 = As credenciais faltam, estão erradas ou expiraram.
p3000-3003-use-3003 = As credenciais estão certas, e faltam as permissões.
p3000-3003-now = Após 3000 obtenha credenciais novas e conecte uma vez. Após 3003 pare, e peça a permissão.

p3000-4401-apart-1 = 3000 é registrado e significa o mesmo em toda parte, menos em bibliotecas mais antigas como Centrifugo e SockJS. 4401 é uma convenção, não um registro.
p3000-4401-use-3000 = Você quer um significado registrado, e nenhum cliente seu usa uWebSockets.
p3000-4401-use-4401 = Você quer que o número alcance toda biblioteca, e os dois lados conhecem a convenção.
p3000-4401-now = Renove as credenciais nos dois casos.

p3003-4403-apart-1 = 3003 é registrado. 4403 é uma convenção, 4000 mais o status HTTP 403.
p3003-4403-apart-2 = O graphql-ws tenta de novo após 4403 por padrão, embora as permissões possam continuar faltando.
p3003-4403-use-3003 = Você quer um significado registrado, e nenhum cliente seu usa uWebSockets.
p3003-4403-use-4403 = Os dois lados conhecem a convenção, ou os seus clientes usam uWebSockets.
p3003-4403-now = Não tente de novo por conta própria. Peça a permissão, depois conecte de novo.
