//! Source code, documentation and issue threads of programs.

use crate::content::model::{Source, SourceId};

sources! { SOFTWARE:
    OKHTTP "okhttp" "OkHttp: RealWebSocket.kt, which checks the answer's extensions"
        at "https://github.com/square/okhttp/blob/master/okhttp/src/commonJvmAndroid/kotlin/okhttp3/internal/ws/RealWebSocket.kt";
}
