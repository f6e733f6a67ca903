# Rótulos, títulos e frases curtas. O que deve ficar da esquerda para a direita vai entre crases.
# O que as variáveis representam dizem as notas do arquivo em inglês.

## A primeira linha de uma explicação: código e título, depois três frases.

headline = { $code } { $title }: { $sender }, { $end }, { $retry }
title-in-service = { $title } ({ $service })
headline-sender-both = de qualquer um dos lados
headline-sender-client = do cliente
headline-sender-server = do servidor
headline-sender-local = nunca enviado
headline-sender-nobody = nunca enviado
headline-end-clean = fim limpo
headline-end-lost = fim não limpo
headline-end-never-opened = nunca se abriu
headline-end-invalid = um erro de protocolo
headline-retry-application = a aplicação decide
headline-retry-never = não reconecte
headline-retry-not-needed = não é preciso reconectar
headline-retry-with-new-input = reconecte após uma mudança
headline-retry-yes = reconecte em { $range } s
headline-retry-service-yes = reconecte
headline-retry-service-unstated = nada se diz sobre reconectar

## O que vale para um código: os rótulos, depois o que eles podem ser.

fact-name = Nome
fact-sender = Enviado por
fact-sender-by-text = Pelo texto
fact-wire = Quadro Close
fact-page = Página web
fact-end = O fim
fact-class = Tipo
fact-act = Quem precisa agir
fact-retry = Reconectar
fact-registered-delay = Espera registrada
fact-registration = Registrado como
fact-reference = Referência

sender-both = cliente ou servidor
sender-client = só o cliente
sender-server = só o servidor
sender-nobody = ninguém

wire-allowed = pode trazê-lo
wire-local-only = nunca o traz: um dos lados o conclui por conta própria
wire-out-of-range = não pode trazê-lo: nenhum código passa de 4999
wire-reserved = não pode trazê-lo: o número está guardado
wire-unassigned = não pode trazê-lo: o número não está atribuído
wire-unused = não pode trazê-lo: nenhum código fica abaixo de 1000

page-may = pode enviá-lo com `close()`
page-may-not = não pode enviá-lo: `close()` lança uma exceção

end-clean = limpo: os dois lados disseram Close
end-lost = não limpo: não chegou quadro Close
end-never-opened = não houve: a conexão nunca se abriu
end-invalid = não limpo: quem recebe um quadro assim faz falhar a conexão

class-application = próprio da aplicação
class-authorization = autorização
class-done = terminado como se queria
class-failure = falha
class-invalid = não permitido
class-leaving = um lado vai embora
class-library = próprio de uma biblioteca
class-limit = limite ultrapassado
class-lost = conexão perdida
class-negotiation = negociação de extensões
class-overload = sobrecarga
class-policy = recusado por uma regra da aplicação
class-protocol = protocolo quebrado
class-restart = reinício planejado
class-timeout = lento demais
class-tls = TLS
class-unstated = sem razão dada

act-application = a documentação da aplicação diz
act-authorization = o lado que o recebeu: faltam-lhe permissões
act-done = ninguém
act-failure = quem mantém o lado que o enviou
act-invalid = quem escreveu o programa que o enviou
act-leaving = ninguém
act-library = a documentação da biblioteca diz
act-limit = o lado que o recebeu: enviou demais
act-lost = quem mantém a parte do caminho que se rompeu
act-negotiation = quem configura o servidor ou um proxy, ou escreve o cliente
act-overload = quem mantém o servidor
act-policy = o lado que o recebeu: foi recusado
act-protocol = o lado que o recebeu: o que ele enviou estava errado
act-restart = ninguém: é planejado
act-timeout = o lado que o recebeu: foi lento demais
act-tls = quem cuida do certificado e da confiança
act-unstated = ninguém

retry-application = como a aplicação diz
retry-never = não, não antes que a causa suma
retry-not-needed = não é preciso
retry-with-new-input = só após uma mudança: credenciais, frequência ou tamanho
retry-yes = sim, a primeira vez após { $range } s ao acaso
delay = { $range } s ao acaso
registration-unassigned = Não atribuído
registration-none = não é um número do registro

## Seções de uma explicação

heading-meaning = O que significa
heading-reconnect = Reconectar?
heading-reason = O que o motivo traz
heading-causes = Quando você o vê
heading-fixes = Como consertar
heading-seen = O que os programas mostram
heading-confusions = Muitas vezes confundido com
heading-services = O que significa para serviços
heading-sources = Fontes

role-server = Quem mantém o servidor
role-client = Quem escreve o cliente
role-proxy = Quem mantém um proxy
phase-handshake = durante o handshake
phase-open = em uma conexão aberta
viewer-browsers = Navegadores
viewer-libraries = Bibliotecas
basis-measured = medido com { $version }
no-cause-in-handshake = Não se conhece causa durante o handshake. Um quadro Close precisa de uma conexão aberta.
no-cause-in-open = Não se conhece causa em uma conexão aberta.

reconnect-yes = reconectar
reconnect-no = não reconectar
reconnect-after-change = reconectar após uma mudança
reconnect-unstated = nada se diz sobre reconectar
service-says-nothing = { $service } não documenta um significado de { $code }.

## Uma comparação

comparison-title = { $low } ou { $high }
heading-differences = O que difere
heading-alike = O que é igual
heading-tell-apart = Como distingui-los
heading-use = Quando usar cada um
heading-now = O que fazer agora
apart-bytes = No fio: o corpo do quadro Close começa com `{ $bytes }`.
apart-byte-range = No fio: o corpo do quadro Close começa com `{ $low }` a `{ $high }`.
apart-local = Em nenhuma captura: nenhum quadro o traz. Ele está no registro do lado que o informa.
apart-invalid = No fio é um erro de quem o envia: a resposta é 1002, ou o fim da conexão TCP.
use-local = Informe-o, nunca o envie.
use-nobody = Nunca o envie.
same-code = Os dois são { $code }: não há o que comparar.
same-row = Os dois estão em { $range }, e o protocolo não dá significado a nenhum.

## A tabela de códigos, e uma busca

column-code = Código
column-title = Nome
column-sender = Enviado por
column-wire = No quadro
column-retry = Reconectar
sender-short-both = ambos
sender-short-client = cliente
sender-short-server = servidor
sender-short-nobody = ninguém
wire-short-yes = sim
wire-short-no = não
retry-short-application = aplicação
retry-short-never = não
retry-short-not-needed = não precisa
retry-short-with-new-input = após mudança
retry-short-yes = sim, { $range } s
matches = { $count ->
    [one] { $count } lugar serve:
   *[other] { $count } lugares servem, o melhor primeiro:
}

## Bytes desmontados

heading-frames = Os bytes
frame-of-client = Quadro { $kind } de um cliente (mascarado), { $length ->
    [one] { $length } byte de carga
   *[other] { $length } bytes de carga
}
frame-of-server = Quadro { $kind } de um servidor (sem máscara), { $length ->
    [one] { $length } byte de carga
   *[other] { $length } bytes de carga
}
frame-body = O corpo de um quadro Close, { $length ->
    [one] { $length } byte
   *[other] { $length } bytes
}
frame-continues = Seguem mais quadros da mesma mensagem.
frame-compressed = RSV1 está em 1: a mensagem é comprimida se `permessage-deflate` foi acordado; senão, quebra a RFC 6455 seção 5.2.
frame-incomplete = Os bytes terminam antes do quadro.
label-code = Código
label-reason = Motivo
label-text = Texto
label-bytes = Bytes
label-none = nenhum
reason-window = O motivo pede aos clientes que voltem em um momento aleatório dentro de { $range } s.
frame-fault = Isto quebra uma regra: { $rule } ({ $section }). A resposta é { $code }.

fault-close-body-too-short = o corpo de um quadro Close é vazio ou tem dois bytes ou mais
fault-close-reason-not-utf8 = o motivo de um quadro Close é UTF-8
fault-continuation-without-message = um quadro de continuação pertence a uma mensagem começada
fault-control-frame-fragmented = um quadro de controle nunca é fragmentado
fault-control-frame-too-long = um quadro de controle tem no máximo 125 bytes de carga
fault-invalid-close-code = este código não pode estar em um quadro Close
fault-invalid-utf8 = uma mensagem de texto é UTF-8
fault-length-not-minimal = um comprimento é escrito na sua forma mais curta
fault-length-too-large = o bit mais alto de um comprimento de 64 bits não está em 1
fault-mask-forbidden = um servidor não mascara os seus quadros
fault-mask-missing = um cliente mascara os seus quadros
fault-message-interrupted = uma mensagem termina antes que a próxima comece
fault-reserved-bits = um bit reservado só está em 1 se uma extensão acordada o usa
fault-reserved-opcode = há seis opcodes: 0, 1, 2, 8, 9 e 10

## Um cabeçalho do handshake de abertura

heading-header = O cabeçalho
header-extensions = Lista extensões: o cliente as oferece no seu pedido, o servidor nomeia na sua resposta as que aceita.
header-key = Enviado pelo cliente: 16 bytes aleatórios em base64. Prova que o servidor entende WebSocket, e nada mais.
header-accept = Enviado pelo servidor: um hash da chave do cliente. Um errado significa que outra coisa respondeu, como um cache.
header-version = Enviado pelo cliente: a versão do protocolo. Há uma em uso, 13.
header-protocol = Lista subprotocolos: o cliente os oferece no seu pedido, o servidor nomeia no máximo um deles na sua resposta.
header-upgrade = Nomeia em que a conexão se transforma. Os dois lados o enviam.
header-connection = Nomeia os cabeçalhos destinados só ao próximo salto. Com `Upgrade` nele, um proxy sabe que precisa tratar ele mesmo esse cabeçalho; um proxy que não sabe nada disso perde os dois.
header-retry-after = Enviado por um servidor que recusa, com 503 ou 429: por quanto tempo ficar longe.
header-key-good = A chave é válida. A resposta a ela é { $value }.
header-key-bad = Isto não é uma chave: devem ser 24 caracteres de base64 que representam 16 bytes. Um servidor responde 400.
header-accept-good = Tem a forma certa. Se é a devida depende da chave: `rejoin explain --header` calcula a resposta a partir dela.
header-accept-bad = Isto não é resposta a chave nenhuma: devem ser 28 caracteres de base64 que representam 20 bytes. Um cliente faz falhar o handshake.
header-version-good = É a versão da RFC 6455.
header-version-bad = Nenhum servidor de hoje fala esta versão. Ele responde 426 com `Sec-WebSocket-Version: 13`.
header-protocol-bad = Isto não é uma lista de subprotocolos: cada um deve ser um token, e nenhum pode estar duas vezes. Um servidor responde 400.
header-protocol-one = { $name } é o que os dois lados falam, se o servidor o nomeia; se só o cliente o nomeia, é uma oferta.
header-protocol-several = Como oferta está em ordem. Em uma resposta há no máximo um: um cliente faz falhar o handshake.
header-protocol-service = Sob { $name } os códigos de encerramento têm significados próprios: os de { $service }.
header-upgrade-good = Nomeia `websocket`, como deve.
header-upgrade-bad = Não nomeia `websocket`: um servidor não toma isto por um handshake WebSocket, e um cliente o faz falhar.
header-connection-good = Nomeia `Upgrade`, como deve.
header-connection-bad = Não nomeia `Upgrade`: um servidor não toma isto por um handshake WebSocket, e um cliente o faz falhar. Na maioria das vezes um proxy trocou o cabeçalho.
header-retry-after-seconds = { $seconds ->
    [one] O servidor pede para ser deixado em paz por { $seconds } segundo.
   *[other] O servidor pede para ser deixado em paz por { $seconds } segundos.
}
header-retry-after-date = O servidor pede para ser deixado em paz até esse momento.
header-retry-after-bad = Isto não é nem um número de segundos nem uma data HTTP: os clientes o ignoram.
header-malformed = Malformado no byte { $place }: { $offence }. Um servidor responde 400, e um cliente faz falhar o handshake (RFC 6455 seção 9.1).
offence-empty-list = o cabeçalho está lá e não nomeia extensão
offence-parameter-missing = um parâmetro deve seguir o ponto e vírgula
offence-quote-not-closed = faltam as aspas finais
offence-unexpected-byte = um caractere que não pode estar aqui
offence-value-missing = um valor deve seguir o sinal de igual
offence-value-not-token = um valor entre aspas deve ser um token

heading-parameters = O que ele diz
param-server-no-context-takeover = O servidor comprime cada mensagem em separado. Como oferta é uma exigência, e uma resposta que aceita a oferta deve repeti-lo.
param-client-no-context-takeover = O cliente comprime cada mensagem em separado. Como oferta é uma sugestão, como resposta uma exigência.
param-server-max-window-bits = A janela em que o servidor comprime, como potência de dois de 8 a 15. Uma resposta que aceita uma oferta com ele deve tê-lo também, e não maior.
param-client-max-window-bits = A janela em que o cliente comprime, como potência de dois de 8 a 15. Sem valor, que só uma oferta pode omitir, o cliente deixa o servidor escolher. Uma resposta só pode tê-lo se a oferta o tinha.
extension-deflate = Comprime mensagens (RFC 7692). Registrada.
extension-deflate-frame = O que o Safari oferecia antes da versão 15: um rascunho antigo de compressão. Não registrada; os servidores a recusam.
extension-usp = A User Services Platform (TR-369). Registrada; não muda quadros, e ninguém pode insistir nela.
extension-unknown = Não registrada. Os dois lados precisam conhecê-la de antemão.

heading-as-offer = Como oferta de um cliente
heading-as-answer = Como resposta a { $offer }
verdict-taken = Aceita: um servidor que sabe tudo responde { $answer }.
verdict-declined = Recusada: { $rule } ({ $section }). A oferta seguinte é tentada; sem outra, a conexão se abre sem a extensão.
verdict-not-reached = Não olhada: uma oferta anterior é aceita.
verdict-opens = Bom: a conexão se abre.
verdict-opens-without = Bom: a conexão se abre. Um cliente que não pode trabalhar sem { $missing } sai com 1010.
verdict-fails = O handshake falha, e nenhum quadro Close é enviado: { $rule } ({ $section }).

rule-agreed-twice = a extensão está ali duas vezes, e uma conexão tem uma configuração de cada
rule-declined-by-policy = a extensão está desligada
rule-larger-than-offered = { $answered } é maior do que o oferecido, { $offered }
rule-not-answered = a resposta não o tem
rule-not-configured = um servidor não conhece extensão com este nome a menos que esteja preparado para ela
rule-not-offered = { $parameter } só pode ser respondido se foi oferecido
rule-not-repeated = { $parameter } foi oferecido, então a resposta deve repeti-lo
rule-not-requested = a extensão não foi oferecida
rule-parameter-repeated = { $parameter } está ali mais de uma vez
rule-parameter-unknown = a extensão não tem parâmetro { $parameter }
rule-required-here = { $parameter } é necessário
rule-rsv-taken = { $extension } já está acordada e usa também { $bits }
rule-value-invalid = o valor de { $parameter } não é nenhum dos que ele pode ter
rule-value-missing = { $parameter } precisa de um valor
rule-value-not-allowed = { $parameter } não recebe valor
rule-window-unsupported = { $parameter } não é aceito
