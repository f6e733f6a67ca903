# The page of a running server.
