//! Standards, their errata and registries.

use crate::content::model::{Source, SourceId};

sources! { STANDARDS:
    RFC6455_4_1 "rfc6455-4.1" "RFC 6455, section 4.1: client requirements of the opening handshake"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-4.1";
    RFC6455_7_4_1 "rfc6455-7.4.1" "RFC 6455, section 7.4.1: defined status codes"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1";
    RFC6455_9_1 "rfc6455-9.1" "RFC 6455, section 9.1: negotiating extensions"
        at "https://www.rfc-editor.org/rfc/rfc6455#section-9.1";
}
