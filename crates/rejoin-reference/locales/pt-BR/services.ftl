# O que serviços, bibliotecas e protocolos querem dizer com um código.
# Uma mensagem por linha. O que deve ficar da esquerda para a direita vai entre crases.

s-assemblyai-note = Antes que uma falha encerre a conexão, uma mensagem JSON do tipo `Error` diz o que aconteceu. O `error_code` dela é o código de encerramento que segue; `retryable` e `retry_after_seconds` dizem se e quando voltar. O motivo do quadro é só `See Error message for details`.
s-assemblyai-3006 = O pedido de conexão ou uma mensagem não era válido. A mensagem `Error` nomeia o parâmetro.
s-assemblyai-3008 = A sessão atingiu a sua duração máxima. Abra uma nova.

s-assemblyai-legacy-note = Estes são os códigos do antigo serviço em tempo real. O serviço de streaming atual usa outros.
s-assemblyai-legacy-4000 = A taxa de amostragem não é um inteiro positivo.
s-assemblyai-legacy-4001 = Não autorizado: a chave de API ou o token está errado.
s-assemblyai-legacy-4002 = A conta não tem mais saldo.
s-assemblyai-legacy-4003 = O recurso não faz parte de uma conta gratuita.
s-assemblyai-legacy-4004 = A sessão não existe.
s-assemblyai-legacy-4008 = A sessão expirou.
s-assemblyai-legacy-4010 = A sessão já tinha sido encerrada.
s-assemblyai-legacy-4029 = O áudio foi enviado rápido demais.
s-assemblyai-legacy-4030 = Outra conexão já atende esta sessão.
s-assemblyai-legacy-4031 = A sessão ficou ociosa por tempo demais.
s-assemblyai-legacy-4032 = O pedaço de áudio era curto demais.
s-assemblyai-legacy-4033 = O pedaço de áudio era longo demais.
s-assemblyai-legacy-4034 = O pedaço de áudio era pequeno demais para ser convertido.
s-assemblyai-legacy-4101 = Uma mensagem não correspondia ao esquema.
s-assemblyai-legacy-4102 = A conta tem fluxos demais abertos.
s-assemblyai-legacy-4103 = Esta sessão foi reconectada em outro lugar; esta conexão não vale mais.

s-deepgram-stt-note = O Deepgram usa códigos padrão. A marca no início do motivo diz o que aconteceu.
s-deepgram-stt-1008 = `DATA-0000`: os dados não podem ser decodificados como áudio. Verifique formato, codificação e taxa de amostragem.
s-deepgram-stt-1011 = `NET-0000`: o Deepgram não conseguiu responder a tempo. `NET-0001`: não chegou áudio por cerca de 10 segundos; envie áudio ou uma mensagem `KeepAlive`.

s-deepgram-tts-note = O Deepgram usa códigos padrão. A marca no início do motivo diz o que aconteceu.
s-deepgram-tts-1003 = `MESSAGE-0000`: só mensagens de texto são aceitas.
s-deepgram-tts-1008 = `DATA-0000`: a mensagem não é um comando conhecido. `DATA-0001`: o texto tem caracteres demais.
s-deepgram-tts-1009 = `BIG-0000`, `BIG-0001`: a mensagem é grande demais.
s-deepgram-tts-1011 = De `NET-0000` a `NET-0003`: um prazo passou, no caminho ou na sessão.

s-gemini-live-note = O serviço não tem códigos privados. Uma conexão vive cerca de 10 minutos; uma mensagem `GoAway` vem antes do fim. Retome a sessão em uma conexão nova.
s-gemini-live-1007 = Relatado por usuários quando uma sessão não pôde ser retomada. Comece uma nova.
s-gemini-live-1011 = Relatado por usuários como `Deadline expired before operation could complete`. Retome a sessão ou comece uma nova.

s-discord-gateway-note = Os mesmos números significam outras coisas nos sockets de voz e RPC do Discord. Antes de um encerramento planejado o gateway muitas vezes envia o opcode 7 (Reconnect); retome então.
s-discord-gateway-1001 = O Discord quer que o cliente reconecte e retome.
s-discord-gateway-4000 = Erro desconhecido. Reconecte.
s-discord-gateway-4001 = Um opcode ou a sua carga não era válido.
s-discord-gateway-4002 = Uma carga não pôde ser decodificada.
s-discord-gateway-4003 = Uma carga veio antes da identificação, ou a sessão foi invalidada.
s-discord-gateway-4004 = O token do bot está errado. Troque-o primeiro.
s-discord-gateway-4005 = O cliente se identificou duas vezes.
s-discord-gateway-4007 = O número de sequência da retomada não era válido. Comece uma sessão nova.
s-discord-gateway-4008 = As cargas vieram rápido demais. Vá mais devagar.
s-discord-gateway-4009 = O tempo da sessão se esgotou. Comece uma nova.
s-discord-gateway-4010 = O shard da identificação não era válido.
s-discord-gateway-4011 = O bot está em servidores demais para uma conexão: são necessários shards.
s-discord-gateway-4012 = A versão da API do gateway não era válida.
s-discord-gateway-4013 = Um intent não era válido. Verifique como os bits dele foram calculados.
s-discord-gateway-4014 = Um intent não é permitido: ative-o para a aplicação, ou peça a aprovação dele.

s-discord-rpc-note = O servidor RPC roda no computador do próprio usuário. Os códigos dele não têm nada em comum com os do gateway.
s-discord-rpc-4000 = O ID de cliente não é válido.
s-discord-rpc-4001 = A origem não é permitida para este ID de cliente.
s-discord-rpc-4002 = Os pedidos vieram rápido demais.
s-discord-rpc-4003 = O token foi revogado. Obtenha um novo.
s-discord-rpc-4004 = A versão na string de conexão não é válida.
s-discord-rpc-4005 = A codificação na string de conexão não é válida.

s-discord-voice-note = O Discord diz de alguns códigos se é para reconectar, e se cala sobre os outros.
s-discord-voice-4001 = O opcode não era válido.
s-discord-voice-4002 = A carga da identificação não pôde ser decodificada.
s-discord-voice-4003 = Uma carga veio antes da identificação.
s-discord-voice-4004 = O token da identificação está errado.
s-discord-voice-4005 = O cliente se identificou duas vezes.
s-discord-voice-4006 = A sessão não vale mais.
s-discord-voice-4009 = O tempo da sessão se esgotou.
s-discord-voice-4011 = O servidor de voz não foi encontrado.
s-discord-voice-4012 = O protocolo não foi reconhecido.
s-discord-voice-4014 = O cliente foi desconectado: expulso, ou a sessão dele no gateway terminou.
s-discord-voice-4015 = O servidor de voz caiu. Retome.
s-discord-voice-4016 = O modo de criptografia não foi reconhecido.
s-discord-voice-4017 = O canal exige criptografia de ponta a ponta (DAVE), e o cliente não a tem.
s-discord-voice-4020 = O pedido estava malformado.
s-discord-voice-4021 = O limite de frequência foi ultrapassado.
s-discord-voice-4022 = A chamada terminou para todos: o canal foi apagado, ou o servidor de voz mudou.

s-fluxer-note = O conjunto segue o do Discord.
s-fluxer-4000 = Erro desconhecido.
s-fluxer-4001 = O opcode não era válido.
s-fluxer-4002 = Uma carga não pôde ser decodificada.
s-fluxer-4003 = Uma carga veio antes da identificação.
s-fluxer-4004 = O token está errado.
s-fluxer-4005 = O cliente se identificou duas vezes.
s-fluxer-4007 = O número de sequência da retomada não era válido.
s-fluxer-4008 = As cargas vieram rápido demais.
s-fluxer-4009 = O tempo da sessão se esgotou. Comece uma nova.
s-fluxer-4010 = O shard não era válido.
s-fluxer-4011 = São necessários shards.
s-fluxer-4012 = A versão da API do gateway não era válida.

s-signal-note = Visto no código-fonte do servidor.
s-signal-1011 = O servidor não conseguiu ler as mensagens guardadas.
s-signal-4401 = A conta precisa se autenticar de novo.
s-signal-4409 = O mesmo aparelho se conectou em outro lugar; aquela conexão assumiu.

s-slack-note = O Slack não tem códigos privados. Antes de encerrar uma conexão ele envia uma mensagem JSON do tipo `disconnect` com uma razão: `warning` e `refresh_requested` pedem uma conexão nova, `link_disabled` diz que o Socket Mode foi desligado. O cliente encerra com 1000. Os servidores do Slack não fecham o TCP após o handshake de encerramento, então use um prazo.

s-twitch-eventsub-4000 = Um erro dentro do servidor da Twitch.
s-twitch-eventsub-4001 = O cliente enviou mensagens. Só pongs são permitidos.
s-twitch-eventsub-4002 = O cliente não respondeu a um ping com um pong.
s-twitch-eventsub-4003 = O cliente não criou nenhuma inscrição em 10 segundos após as boas-vindas.
s-twitch-eventsub-4004 = O cliente não passou ao novo endereço em 30 segundos após uma mensagem de reconexão.
s-twitch-eventsub-4005 = Um tempo de rede esgotado. É passageiro.
s-twitch-eventsub-4006 = Um erro de rede. É passageiro.
s-twitch-eventsub-4007 = O endereço da reconexão não era válido. Use o da mensagem, sem mudá-lo.

s-aws-api-gateway-note = Uma conexão vive no máximo 2 horas e termina após 10 minutos de silêncio. Uma conexão que o seu próprio código apaga pela API de gerenciamento termina com 1000.
s-aws-api-gateway-1009 = Um quadro passava de 32 KB, ou uma mensagem de 128 KB.

s-aws-iot-wireless-note = Quem fala é o servidor; qualquer mensagem do cliente encerra a conexão.
s-aws-iot-wireless-1000 = O pedido foi cumprido, ou a sessão ficou ociosa por tempo demais.
s-aws-iot-wireless-1002 = Um erro de protocolo.
s-aws-iot-wireless-1003 = O cliente enviou dados binários ou um formato não aceito.
s-aws-iot-wireless-1008 = Uma regra foi violada, ou a autorização falhou, por exemplo porque a assinatura expirou.
s-aws-iot-wireless-1011 = Uma situação inesperada ou um erro interno.

s-binance-note = A Binance não documenta códigos privados. Uma conexão vive no máximo 24 horas. O servidor envia pings e espera os pongs a tempo, e limita quantas mensagens um cliente envia por segundo. Antes de um fim planejado ele envia um evento chamado `serverShutdown`.
s-binance-1008 = `Too many requests`: o cliente passou de um limite. Vá mais devagar antes de reconectar.

s-home-assistant-note = Não há números para ler. Um token errado é respondido com uma mensagem do tipo `auth_invalid`, e então a conexão termina.

s-obs-note = O protocolo não diz de todo código se é para reconectar.
s-obs-4000 = Razão desconhecida. Não deveria ocorrer.
s-obs-4002 = Uma mensagem não pôde ser decodificada.
s-obs-4003 = Falta um campo.
s-obs-4004 = Um campo é do tipo errado.
s-obs-4005 = Um campo tem um valor inválido.
s-obs-4006 = O `op` falta ou não é válido.
s-obs-4007 = Uma mensagem veio antes da identificação.
s-obs-4008 = O cliente se identificou duas vezes. Use `Reidentify`.
s-obs-4009 = A senha está errada.
s-obs-4010 = O servidor não fala esta versão do protocolo.
s-obs-4011 = O usuário removeu este cliente no OBS. Não reconecte por conta própria.
s-obs-4012 = O servidor não tem um recurso que foi pedido.

s-pandascore-1000 = A partida acabou.
s-pandascore-4001 = Falta o token.
s-pandascore-4003 = O plano não inclui este endereço.
s-pandascore-4029 = A partida já tem 3 conexões desta conta.
s-pandascore-1001-1999 = Um erro do lado da PandaScore. Reconecte, e recupere os eventos perdidos.

s-actioncable-note = Não há números para ler. Uma mensagem JSON do tipo `disconnect` traz uma razão (`unauthorized`, `invalid_request`, `server_restart` ou `remote`) e um indicador `reconnect` que diz se é para voltar.

s-centrifugo-note = A faixa diz se é para reconectar; a biblioteca faz isso sozinha. Os números 3000 e 3008 significam aqui outras coisas que no registro da IANA.
s-centrifugo-3000 = A conexão foi encerrada sem conselho, ou se perdeu.
s-centrifugo-3001 = O servidor para.
s-centrifugo-3004 = Um erro interno do servidor.
s-centrifugo-3005 = A conexão expirou.
s-centrifugo-3006 = Uma inscrição expirou.
s-centrifugo-3008 = O cliente não lê rápido o bastante.
s-centrifugo-3009 = A escrita para o cliente falhou.
s-centrifugo-3010 = O servidor viu que a posição do cliente em um fluxo está errada. Ela se recupera na reconexão.
s-centrifugo-3011 = O servidor pede ao cliente que reconecte.
s-centrifugo-3012 = O cliente não respondeu a um ping.
s-centrifugo-3013 = O cliente enviou comandos demais.
s-centrifugo-3014 = O estado do cliente não vale mais; ele recomeça.
s-centrifugo-3500 = O token não é válido.
s-centrifugo-3501 = Um quadro do protocolo do cliente estava malformado.
s-centrifugo-3502 = O cliente não se autenticou a tempo.
s-centrifugo-3503 = O servidor pede ao cliente que fique longe.
s-centrifugo-3504 = Um limite de conexões foi atingido.
s-centrifugo-3505 = Um limite de canais foi atingido.
s-centrifugo-3506 = O formato do cliente não pode levar os dados, por exemplo dados binários para um cliente JSON.
s-centrifugo-3507 = Faltam as permissões.
s-centrifugo-3508 = O que foi pedido não está disponível.
s-centrifugo-3509 = O cliente causou erros demais.
s-centrifugo-3000-3499 = Não definitivo: o cliente reconecta.
s-centrifugo-3500-3999 = Definitivo: o cliente não reconecta.

s-colyseus-4000 = O cliente deixou a sala de propósito.
s-colyseus-4001 = O servidor para.
s-colyseus-4002 = A sala encerrou a conexão por causa de um erro.
s-colyseus-4003 = Todas as tentativas de reconectar falharam. O cliente informa isso por conta própria.
s-colyseus-4010 = O servidor reinicia em modo de desenvolvimento; o cliente pode tentar reconectar.

s-graphql-ws-note = Por padrão o cliente trata estes códigos como definitivos, menos 4403, 4408 e 4504, e os códigos padrão como definitivos, menos 1000, 1001, 1005, 1006 e 1012 a 1014.
s-graphql-ws-4004 = O cliente recebeu uma resposta que não sabe usar.
s-graphql-ws-4005 = Um erro dentro do cliente.
s-graphql-ws-4400 = Uma mensagem estava malformada.
s-graphql-ws-4401 = Uma operação veio antes que a conexão fosse confirmada. Alguns servidores o usam também para credenciais expiradas.
s-graphql-ws-4403 = O servidor recusou a conexão quando ela foi inicializada.
s-graphql-ws-4406 = O servidor não fala nenhum dos subprotocolos oferecidos.
s-graphql-ws-4408 = O cliente não inicializou a conexão a tempo.
s-graphql-ws-4409 = Já existe uma operação com este identificador.
s-graphql-ws-4429 = O cliente inicializou a conexão duas vezes.
s-graphql-ws-4500 = Um erro dentro do servidor.
s-graphql-ws-4504 = O servidor não confirmou a conexão a tempo. Quem envia este código é o cliente.

s-hocuspocus-4205 = O servidor pede ao cliente que reinicie a conexão e a sua visão do documento.
s-hocuspocus-4401 = O usuário não está autenticado.
s-hocuspocus-4403 = O usuário não pode abrir este documento.
s-hocuspocus-4408 = O cliente não fez a tempo o que se esperava.

s-phoenix-note = O Phoenix não tem códigos privados. O cliente dele reconecta após todo código; versões antigas paravam em 1000. A primeira tentativa vem após 10 ms, sem parte aleatória.
s-phoenix-1000 = O listener parou, ou o trabalho do canal está feito.
s-phoenix-1001 = A aplicação desconectou o socket de propósito.
s-phoenix-1012 = O servidor esvazia os seus sockets antes de parar.

s-pusher-note = A faixa diz se é para reconectar, também para números que um cliente não conhece.
s-pusher-4000 = A aplicação só aceita `wss:`.
s-pusher-4001 = A aplicação não existe.
s-pusher-4003 = A aplicação está desativada.
s-pusher-4004 = A aplicação atingiu a sua cota de conexões.
s-pusher-4005 = O caminho não foi encontrado.
s-pusher-4006 = A string de versão está malformada.
s-pusher-4007 = A versão do protocolo não é aceita.
s-pusher-4008 = Nenhuma versão do protocolo foi dada.
s-pusher-4009 = A conexão não está autorizada.
s-pusher-4100 = O serviço está acima da capacidade. Espere pelo menos um segundo.
s-pusher-4200 = Reconecte imediatamente.
s-pusher-4201 = O cliente não respondeu a um ping a tempo.
s-pusher-4202 = A conexão ficou inativa por 24 horas.
s-pusher-4301 = O cliente enviou eventos rápido demais.
s-pusher-4302 = Um limite da watchlist foi atingido.
s-pusher-4000-4099 = Não reconecte sem mudanças.
s-pusher-4100-4199 = Reconecte após uma espera de pelo menos um segundo.
s-pusher-4200-4299 = Reconecte imediatamente.
s-pusher-4300-4399 = Outro erro. O que fazer depende do código.

s-socketio-note = O Socket.IO informa palavras, não números: após `io server disconnect` e `io client disconnect` o cliente não volta por conta própria; após `ping timeout`, `transport close` e `transport error` volta. Quando o servidor dele para, o quadro Close não tem código.
s-socketio-1005 = O servidor parou: o quadro Close dele não traz código.

s-sockjs-note = Estes códigos viajam em quadros SockJS como `c[3000,"Go away!"]`. O cliente os transforma em eventos de encerramento; o quadro Close por baixo pode trazer outro código.
s-sockjs-1002 = A conexão foi interrompida, ou o protocolo foi quebrado.
s-sockjs-2010 = Outra conexão desta sessão ainda está aberta.
s-sockjs-3000 = `Go away!`: o servidor encerrou a sessão.

s-spring-1013 = O serviço está sobrecarregado (`SERVICE_OVERLOAD`).
s-spring-4500 = A sessão não é confiável (`SESSION_NOT_RELIABLE`): as mensagens não puderam ser enviadas rápido o bastante, e o Spring desistiu.
