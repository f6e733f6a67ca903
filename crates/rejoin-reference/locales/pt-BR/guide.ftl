# Por que a conexão foi encerrada? As perguntas, o que se pode responder, e as respostas.
# Uma mensagem por linha. O que deve ficar da esquerda para a direita vai entre crases.

g-q-opened = A conexão chegou a se abrir antes de terminar?
g-c-opened-yes = Sim: era possível enviar mensagens.
g-c-opened-no = Não: ela nunca se abriu.
g-c-opened-number = Só tenho um número.

g-q-handshake = O que voltou da tentativa?
g-c-handshake-nothing = Nada: foi recusada ou o tempo se esgotou.
g-c-handshake-tls = Um erro sobre um certificado ou TLS.
g-c-handshake-login = Status HTTP 401 ou 403.
g-c-handshake-status = Outro status HTTP, como 200, 302, 400, 404, 426 ou 502.
g-c-handshake-switched = Status 101, e mesmo assim o cliente desistiu.
g-c-handshake-browser = Só vejo 1006 em um navegador.

g-q-number = Que número você tem?
g-c-number-planned = 1000 ou 1001
g-c-number-data = 1002, 1003, 1007 ou 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008, 3000 ou 3003
g-c-number-extension = 1010
g-c-number-service = 1011, 1012, 1013 ou 1014
g-c-number-slow = 3008
g-c-number-private = Outro número de 3000 a 4999
g-c-number-other = Qualquer outro número

g-q-wanted = Alguém queria que esta conexão terminasse?
g-c-wanted-yes = Sim: o trabalho estava feito, ou uma página foi deixada.
g-c-wanted-deploy = Não. Um servidor ou proxy foi reiniciado.
g-c-wanted-silence = Não. Ela estava em silêncio, ou já vivia há muito tempo.

g-q-sent = O que foi enviado logo antes do fim?
g-c-sent-large = Uma mensagem grande
g-c-sent-binary = Dados binários a um servidor que espera texto, ou o contrário
g-c-sent-text = Texto, em um idioma ou de uma fonte que talvez não seja UTF-8
g-c-sent-ordinary = Nada de incomum

g-q-moment = Quando ela terminou?
g-c-moment-fixed = Após 30, 60 ou 100 segundos, ou outro tempo fixo
g-c-moment-together = Para todos os clientes no mesmo instante
g-c-moment-large = Logo após uma mensagem grande
g-c-moment-random = A qualquer momento, um cliente aqui e outro ali

g-q-credentials = As suas credenciais estão presentes, são válidas e não expiraram?
g-c-credentials-no = Não, ou não sei.
g-c-credentials-yes = Sim.

g-q-rate = O cliente enviou muitíssimo, ou com muita frequência?
g-c-rate-yes = Sim.
g-c-rate-no = Não.

g-q-reason = O que diz o motivo do 1010?
g-c-reason-names = Ele nomeia extensões, como `permessage-deflate`.
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = Outra coisa, ou nada.

g-q-service = Qual dos quatro é?
g-c-service-ping = 1011 com `keepalive ping timeout`
g-c-service-failed = 1011 com outro motivo ou nenhum
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = O servidor não foi alcançado. Verifique nome, porta e firewall, e se o servidor escuta. Tentar de novo com esperas aleatórias crescentes é o certo.
g-a-tls = O TLS falhou. Verifique se o certificado não expirou, nomeia este host e vem com a cadeia inteira, e se o esquema combina com a porta. Tentar de novo não ajuda.
g-a-refused = O servidor recusa você antes que a conexão se abra. Para 401 renove as credenciais; para 403 peça a permissão. Verifique também o `Origin`.
g-a-status = Respondeu algo que não é o seu servidor WebSocket, ou um proxy estragou o pedido. Verifique o caminho, e se os proxies encaminham `Upgrade` e `Connection` por HTTP/1.1. Um redirecionamento muitas vezes leva a uma página de login.
g-a-answer = A resposta 101 não era válida. Compare `Sec-WebSocket-Accept`, `Sec-WebSocket-Extensions` e `Sec-WebSocket-Protocol` do pedido e da resposta: não pode haver nada que não foi pedido.
g-a-browser = Um navegador esconde a causa. Olhe o console e a visão de rede dele, ou repita o handshake fora do navegador: `rejoin check URL` mostra cada passo.
g-a-empty = O par encerrou em ordem e não deu código. Nada está quebrado. Reconecte se ainda precisa da conexão.
g-a-slow = O par esperou demais por algo que você devia: uma identificação, uma resposta, dados. Envie mais cedo. No Centrifugo e na AssemblyAI o número tem outro significado.
g-a-private = O número pertence a um serviço ou a uma biblioteca. Descubra a qual, e procure-o na tabela dele.
g-a-invalid = Este número não pode ser enviado. O par tem uma falha, ou um programa que reescreve encerramentos.
g-a-done = Um fim planejado. Não há o que consertar. Abra uma conexão nova quando precisar.
g-a-leaving = O servidor ou um proxy saiu em ordem. Reconecte após 0 a 5 segundos ao acaso. Se é o seu servidor e ele volta, envie 1012.
g-a-silence = Um limite de silêncio ou de tempo de vida a encerrou: Cowboy e uWebSockets dizem 1000, Jetty e Deno 1001, Bandit 1002. Envie pings, aumente o limite, e reconecte.
g-a-large = A mensagem passava do limite do par. Divida-a em um formato seu, ou aumente o limite.
g-a-type = O par só aceita o outro tipo de mensagens. Mude a chamada que a envia.
g-a-text = O texto não era UTF-8. Codifique-o em UTF-8, ou envie-o como binário. O Chromium diz 1002 para isso.
g-a-protocol = Um quadro quebrou o protocolo. Suspeite de bibliotecas antigas, e de proxies que tratam a compressão só de um lado. Tente sem compressão.
g-a-timeout = Um proxy a cortou: 60 segundos de silêncio são nginx ou AWS, 100 segundos Cloudflare, 30 segundos de vida Google Cloud. Envie pings a cada 20 segundos, ou aumente o limite.
g-a-cut = Um servidor ou proxy foi reiniciado sem dizer nada. Faça o servidor encerrar com 1012 antes de parar, e recarregue os proxies com menos frequência.
g-a-limit = O par tem um limite de tamanho e não o diz: uWebSockets (16 KiB) e tungstenite simplesmente cortam. Envie menos de uma vez.
g-a-network = Redes mudam e aparelhos dormem. Reconecte com esperas aleatórias crescentes, e envie pings, para que conexões mortas sejam notadas.
g-a-renew = Obtenha credenciais novas, e então conecte uma vez. Repetir as antigas termina do mesmo jeito.
g-a-rate = Você passou de um limite do serviço. Reduza a frequência e o número de conexões antes de reconectar.
g-a-rights = Você é conhecido, e não tem permissão. Pergunte a quem dá as permissões. Pare a reconexão automática.
g-a-extension = Um cliente exige uma extensão que não foi acordada. Ative-a no servidor, faça os proxies deixarem passar `Sec-WebSocket-Extensions`, ou torne-a opcional.
g-a-okhttp = O OkHttp não sabe usar a resposta. Responda à oferta dele sem `client_max_window_bits` e sem parâmetros desconhecidos.
g-a-broken = Algumas bibliotecas, como o faye, enviam 1010 quando uma extensão acordada falha em uso. Verifique a compressão dos dois lados.
g-a-ping = Um lado não teve a tempo resposta ao seu ping. Procure um laço de eventos bloqueado, depois um enlace lento.
g-a-failed = O servidor falhou de modo inesperado. O registro dele diz mais. Reconecte com esperas aleatórias crescentes.
g-a-restart = Um reinício planejado. Espere a janela que o motivo nomeia, senão de 1 a 5 segundos ao acaso, e reconecte.
g-a-busy = O serviço tem coisa demais para fazer. Tente outro endereço, ou espere mais a cada tentativa.
g-a-gateway = O servidor atrás de um gateway falhou. Olhe lá. Reconecte com esperas aleatórias crescentes.
