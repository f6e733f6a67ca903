# As páginas web da referência: o que há nelas além dos textos dos outros arquivos.
# O que deve ficar da esquerda para a direita vai entre crases.

## Em toda página

web-site = Códigos de encerramento WebSocket
web-skip = Ir para o conteúdo
web-nav = Partes principais
web-nav-codes = Códigos
web-nav-compare = Comparar
web-nav-guide = Por que foi encerrada?
web-nav-services = Serviços
web-language = Idioma
web-json = Estes fatos em JSON
web-terminal = Em um terminal: { $command }
web-footer = Do Rejoin { $version }. A tabela por trás desta página também decide como a biblioteca se comporta.
web-source-number = Fonte { $number }

## A tabela de códigos, e a busca

web-codes-title = Cada código de encerramento WebSocket, explicado
web-codes-lead = O que cada um significa, quem o envia, se é para reconectar, e o que fazer. Dois quaisquer podem ser comparados.
web-codes-table = Todos os códigos
web-guide-entry = Não sabe por onde começar? Responda a algumas perguntas.
web-search = Buscar
web-search-label = Um número, dois números, um nome ou palavras
web-search-examples = Por exemplo { $first }, { $second } ou { $third }
web-search-found = Encontrados: { $count }
web-search-none = Nada serve. Tente menos palavras, ou outras.

## Um código

web-in-brief = Em resumo
web-compare-with = Comparar com
web-services-of-range = Serviços que usam estes números
web-previous = Anterior
web-next = Próximo

## Comparações

web-compare-title = Comparar dois códigos
web-compare-lead = Primeiro os que são muitas vezes confundidos, depois todos os pares.
web-compare-confused = Muitas vezes confundidos
web-compare-all = Todos os pares
web-aspect = Aspecto

## Serviços

web-services-title = Serviços com códigos de encerramento próprios
web-services-lead = O mesmo número significa coisas diferentes para serviços diferentes. O que o seu não lista mantém o significado geral.
web-service = Serviço
web-service-title = Códigos de encerramento de { $service }
web-subprotocols = Reconhecido pelo subprotocolo
web-good-to-know = Bom saber
web-service-rest = Um código que não está listado aqui tem o seu significado geral: veja a tabela de códigos.

## O guia

web-guide-lead = Responda a uma pergunta após a outra. Cada resposta leva à próxima pergunta, ou ao que aconteceu.
web-guide-again = Começar de novo
web-guide-codes = Continue lendo:

## As fontes

web-sources-lead = Tudo o que se diz aqui se apoia nestas. O que foi medido nomeia a versão.
web-source = Fonte
web-cited-by = Citada por

## Página inexistente

web-missing-title = Esta página não existe
web-missing-text = Cada código de encerramento de 0 a 65535 tem o seu lugar na tabela de códigos.
