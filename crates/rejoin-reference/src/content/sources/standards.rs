//! Standards, their errata and registries.

use crate::content::model::{Source, SourceId};

sources! { STANDARDS:
    RFC6455_1_6 "rfc6455-1.6" "RFC 6455, section 1.6: security model (the Origin header)"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-1.6";
    RFC6455_4_1 "rfc6455-4.1" "RFC 6455, section 4.1: client requirements of the opening handshake"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-4.1";
    RFC6455_5_1 "rfc6455-5.1" "RFC 6455, section 5.1: framing overview, and who masks"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-5.1";
    RFC6455_5_2 "rfc6455-5.2" "RFC 6455, section 5.2: base framing protocol"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-5.2";
    RFC6455_5_5 "rfc6455-5.5" "RFC 6455, section 5.5: control frames"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-5.5";
    RFC6455_5_5_1 "rfc6455-5.5.1" "RFC 6455, section 5.5.1: the Close frame"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1";
    RFC6455_7_1_5 "rfc6455-7.1.5" "RFC 6455, section 7.1.5: the close code of a connection"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-7.1.5";
    RFC6455_7_1_7 "rfc6455-7.1.7" "RFC 6455, section 7.1.7: failing the connection"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-7.1.7";
    RFC6455_7_2_3 "rfc6455-7.2.3" "RFC 6455, section 7.2.3: recovering from abnormal closure"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3";
    RFC6455_7_4_1 "rfc6455-7.4.1" "RFC 6455, section 7.4.1: defined status codes"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1";
    RFC6455_7_4_2 "rfc6455-7.4.2" "RFC 6455, section 7.4.2: reserved ranges of status codes"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2";
    RFC6455_8_1 "rfc6455-8.1" "RFC 6455, section 8.1: errors in UTF-8 data"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-8.1";
    RFC6455_9_1 "rfc6455-9.1" "RFC 6455, section 9.1: negotiating extensions"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-9.1";
    RFC7692_7 "rfc7692-7" "RFC 7692, section 7: the permessage-deflate extension"
        at "https://www.rfc-editor.org/rfc/rfc7692#section-7";
    ERRATUM_3227 "erratum-3227" "RFC 6455, erratum 3227: on close code 1011"
        at "https://www.rfc-editor.org/errata/eid3227";
    RFC9110_15_6_3 "rfc9110-15.6.3" "RFC 9110, section 15.6.3: HTTP status 502 (Bad Gateway)"
        at "https://www.rfc-editor.org/rfc/rfc9110#section-15.6.3";
    RFC9110_10_2_3 "rfc9110-10.2.3" "RFC 9110, section 10.2.3: Retry-After"
        at "https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3";
    IANA "iana" "IANA WebSocket Close Code Number Registry, as of 2026-06-10"
        at "https://www.iana.org/assignments/websocket/websocket.xhtml";
    HYBI_RESTART "hybi-restart" "hybi mailing list: registration of 1012 and 1013, whose text websocketpp, Java- \
        WebSocket, Jetty and Netty carry"
        at "https://mailarchive.ietf.org/arch/msg/hybi/P_1vbD9uyHl63nbIIbFxKMfSwcM/";
    HYBI_GATEWAY "hybi-gateway" "hybi mailing list: registration of 1014"
        at "https://mailarchive.ietf.org/arch/msg/hybi/VOLI2xp4tzFnIFYespe6oOtpFXA/";
    WHATWG "whatwg" "WHATWG: WebSockets Standard"
        at "https://websockets.spec.whatwg.org/";
    USP "usp" "Broadband Forum TR-369 (USP): the WebSocket transport"
        at "https://github.com/BroadbandForum/usp/blob/HEAD/specification/mtp/websocket/index.md";
    HYBI_10 "hybi-10" "draft-ietf-hybi-thewebsocketprotocol-10, section 7.4.1: 1004 for a frame that is \
        too large"
        at "https://datatracker.ietf.org/doc/html/draft-ietf-hybi-thewebsocketprotocol-10#section-7.4.1";
}
