//! Source code, documentation and issue threads of programs.

use crate::content::model::{Source, SourceId};

sources! { SOFTWARE:
    AIOHTTP "aiohttp" "aiohttp: WebSocket utilities and client reference"
        at "https://docs.aiohttp.org/en/stable/websocket_utilities.html";
    AWS_ALB "aws-alb" "AWS: Application Load Balancer attributes (connection idle timeout)"
        at "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html";
    BANDIT "bandit" "Bandit: lib/bandit/websocket/connection.ex"
        at "https://github.com/mtrudel/bandit/blob/HEAD/lib/bandit/websocket/connection.ex";
    BEAST_313 "beast-313" "Boost.Beast, issue 313: the client should close with 1010"
        at "https://github.com/boostorg/beast/issues/313";
    BEAST_3099 "beast-3099" "Boost.Beast, pull request 3099: accept close code 1014"
        at "https://github.com/boostorg/beast/pull/3099";
    CADDY "caddy" "Caddy: modules/caddyhttp/reverseproxy/streaming.go"
        at "https://github.com/caddyserver/caddy/blob/HEAD/modules/caddyhttp/reverseproxy/streaming.go";
    CAPNPROTO "capnproto" "Cap'n Proto, pull request 2738: overload is reported as 1013"
        at "https://github.com/capnproto/capnproto/pull/2738";
    CHROMIUM "chromium" "Chromium: net/websockets/websocket_channel.cc"
        at "https://chromium.googlesource.com/chromium/src/+/HEAD/net/websockets/websocket_channel.cc";
    CLOUDFLARE_IDLE "cloudflare-idle" "Buildbot, issue 4078: Cloudflare cuts WebSockets after 100 seconds of silence"
        at "https://github.com/buildbot/buildbot/issues/4078";
    CLOUDFLARE_RESTART "cloudflare-restart" "Huobi API, issue 128: 1001 \"CloudFlare WebSocket proxy restarting\""
        at "https://github.com/huobiapi/API_Docs/issues/128";
    CLOUDFLARE "cloudflare" "Cloudflare: WebSockets on its network (restarts end connections)"
        at "https://developers.cloudflare.com/network/websockets/";
    CLOUDFLARE_WORKERS "cloudflare-workers" "Cloudflare changelog, 2026-10-12: grace period of Workers runtime updates"
        at "https://developers.cloudflare.com/changelog/post/2026-10-12-longer-runtime-update-grace-period/";
    CLOUD_RUN "cloud-run" "Google Cloud Run: using WebSockets"
        at "https://cloud.google.com/run/docs/triggering/websockets";
    CODEX "codex" "OpenAI Codex, issue 13039: 1008 with an empty reason right after the handshake"
        at "https://github.com/openai/codex/issues/13039";
    COWBOY "cowboy" "Cowboy: src/cowboy_websocket.erl"
        at "https://github.com/ninenines/cowboy/blob/HEAD/src/cowboy_websocket.erl";
    DART_IO "dart-io" "Dart SDK: sdk/lib/_http/websocket_impl.dart"
        at "https://github.com/dart-lang/sdk/blob/HEAD/sdk/lib/_http/websocket_impl.dart";
    DENO "deno" "Deno: ext/websocket/01_websocket.js"
        at "https://github.com/denoland/deno/blob/HEAD/ext/websocket/01_websocket.js";
    DOTNET_SOURCE "dotnet-source" ".NET runtime: ManagedWebSocket.cs"
        at "https://github.com/dotnet/runtime/blob/HEAD/src/libraries/System.Net.WebSockets/src/System/Net/WebSockets/ManagedWebSocket.cs";
    DOTNET "dotnet" ".NET runtime, issue 82602: which received close codes are valid"
        at "https://github.com/dotnet/runtime/issues/82602";
    ENVOY "envoy" "Envoy: hot restart"
        at "https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/operations/hot_restart";
    FAYE "faye" "faye/websocket-driver-node: lib/websocket/driver/hybi.js"
        at "https://github.com/faye/websocket-driver-node/blob/HEAD/lib/websocket/driver/hybi.js";
    FIREFOX "firefox" "Firefox: netwerk/protocol/websocket/WebSocketChannel.cpp"
        at "https://searchfox.org/mozilla-central/source/netwerk/protocol/websocket/WebSocketChannel.cpp";
    GCP "gcp" "Google Cloud: example of a WebSocket behind ingress-gce (30 seconds for a \
        connection)"
        at "https://github.com/kubernetes/ingress-gce/blob/HEAD/examples/websocket/README.md";
    GORILLA "gorilla" "gorilla/websocket: conn.go"
        at "https://github.com/gorilla/websocket/blob/HEAD/conn.go";
    HAPROXY "haproxy" "HAProxy: configuration manual (hard-stop-after)"
        at "https://docs.haproxy.org/";
    HTTP_PROXY_1508 "http-proxy-1508" "node-http-proxy, issue 1508: compression through a proxy"
        at "https://github.com/http-party/node-http-proxy/issues/1508";
    INGRESS_NGINX "ingress-nginx" "ingress-nginx: ConfigMap options (worker-shutdown-timeout, proxy-read-timeout)"
        at "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/";
    JAVA_WEBSOCKET "java-websocket" "Java-WebSocket: WebSocketServer.java"
        at "https://github.com/TooTallNate/Java-WebSocket/blob/HEAD/src/main/java/org/java_websocket/server/WebSocketServer.java";
    JETTY "jetty" "Jetty 12: CloseStatus.java and WebSocketConstants.java"
        at "https://github.com/jetty/jetty.project/tree/jetty-12.0.x/jetty-core/jetty-websocket";
    LIBWEBSOCKETS "libwebsockets" "libwebsockets: lib/roles/ws/ops-ws.c"
        at "https://github.com/warmcat/libwebsockets/blob/HEAD/lib/roles/ws/ops-ws.c";
    NGINX_RELOAD "nginx-reload" "nginx: worker_shutdown_timeout"
        at "https://nginx.org/en/docs/ngx_core_module.html#worker_shutdown_timeout";
    NGINX_WEBSOCKET "nginx-websocket" "nginx: WebSocket proxying"
        at "https://nginx.org/en/docs/http/websocket.html";
    NODE_WS "node-ws" "ws: documentation and source"
        at "https://github.com/websockets/ws/blob/HEAD/doc/ws.md";
    OKHTTP "okhttp" "OkHttp: RealWebSocket.kt"
        at "https://github.com/square/okhttp/blob/HEAD/okhttp/src/commonJvmAndroid/kotlin/okhttp3/internal/ws/RealWebSocket.kt";
    PHOENIX_DRAIN "phoenix-drain" "Phoenix: lib/phoenix/socket/pool_supervisor.ex (the drainer)"
        at "https://github.com/phoenixframework/phoenix/blob/HEAD/lib/phoenix/socket/pool_supervisor.ex";
    PHOENIX_JS "phoenix-js" "Phoenix: assets/js/phoenix/socket.js"
        at "https://github.com/phoenixframework/phoenix/blob/HEAD/assets/js/phoenix/socket.js";
    POSTGRES_WEBSOCKETS "postgres-websockets" "postgres-websockets, issue 54: an expired token closes with 1000"
        at "https://github.com/diogob/postgres-websockets/issues/54";
    PY_WEBSOCKETS "py-websockets" "python websockets: src/websockets/protocol.py"
        at "https://github.com/python-websockets/websockets/blob/HEAD/src/websockets/protocol.py";
    PY_WEBSOCKETS_FAQ "py-websockets-faq" "python websockets: FAQ, both sides"
        at "https://websockets.readthedocs.io/en/stable/faq/common.html";
    PY_WEBSOCKETS_FRAMES "py-websockets-frames" "python websockets: src/websockets/frames.py (OK_CLOSE_CODES)"
        at "https://github.com/python-websockets/websockets/blob/HEAD/src/websockets/frames.py";
    PY_WEBSOCKETS_KEEPALIVE "py-websockets-keepalive" "python websockets: keepalive and latency"
        at "https://websockets.readthedocs.io/en/stable/topics/keepalive.html";
    PY_WEBSOCKETS_SERVER "py-websockets-server" "python websockets: server reference"
        at "https://websockets.readthedocs.io/en/stable/reference/asyncio/server.html";
    SAFARI "safari" "uWebSockets, issue 1347: Safari 15 and permessage-deflate"
        at "https://github.com/uNetworking/uWebSockets/issues/1347";
    SPRING "spring" "Spring Framework: CloseStatus.java"
        at "https://github.com/spring-projects/spring-framework/blob/HEAD/spring-websocket/src/main/java/org/springframework/web/socket/CloseStatus.java";
    STARLETTE "starlette" "Starlette: endpoints.py"
        at "https://github.com/encode/starlette/blob/HEAD/starlette/endpoints.py";
    TOMCAT "tomcat" "Apache Tomcat: java/org/apache/tomcat/websocket/Util.java and WsSession.java"
        at "https://github.com/apache/tomcat/blob/HEAD/java/org/apache/tomcat/websocket/Util.java";
    TORNADO "tornado" "Tornado: tornado/websocket.py"
        at "https://github.com/tornadoweb/tornado/blob/HEAD/tornado/websocket.py";
    TRAEFIK_4843 "traefik-4843" "Traefik, issue 4843: the extension header of the answer is not forwarded"
        at "https://github.com/traefik/traefik/issues/4843";
    TRAEFIK "traefik" "Traefik: pkg/server/server_entrypoint_tcp.go"
        at "https://github.com/traefik/traefik/blob/HEAD/pkg/server/server_entrypoint_tcp.go";
    TUNGSTENITE "tungstenite" "tungstenite: src/protocol/frame/coding.rs"
        at "https://github.com/snapview/tungstenite-rs/blob/HEAD/src/protocol/frame/coding.rs";
    REJOIN "rejoin" "Rejoin: its drain, its reconnect policy and its required extensions";
    UVICORN "uvicorn" "Uvicorn: uvicorn/protocols/websockets/websockets_impl.py"
        at "https://github.com/encode/uvicorn/blob/HEAD/uvicorn/protocols/websockets/websockets_impl.py";
    UWS_CONTEXT "uws-context" "uWebSockets: src/WebSocketContext.h and src/App.h"
        at "https://github.com/uNetworking/uWebSockets/blob/HEAD/src/WebSocketContext.h";
    UWS_PROTOCOL "uws-protocol" "uWebSockets: src/WebSocketProtocol.h"
        at "https://github.com/uNetworking/uWebSockets/blob/HEAD/src/WebSocketProtocol.h";
    WEBKIT "webkit" "WebKit: Source/WebCore/Modules/websockets"
        at "https://github.com/WebKit/WebKit/tree/HEAD/Source/WebCore/Modules/websockets";
    WORKERS_8908 "workers-8908" "Cloudflare workers-sdk, issue 8908: permessage-deflate is not accepted"
        at "https://github.com/cloudflare/workers-sdk/issues/8908";
}
