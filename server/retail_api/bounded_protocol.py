"""HTTP with a bound for what comes before a body."""

from typing import Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# as much as uvicorn takes with h11; httptools keeps whatever is sent
MOST_HEAD_BYTES: Final = 64 * 1024


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, which closes a connection whose request line and headers do not end within 64 KiB.

    What came together with the beginning of a request is not counted: that is at most what is read at once.
    """

    _in_head = False
    _head_bytes = 0

    def data_received(self, data: bytes) -> None:
        """Read what came."""
        if self._in_head:
            self._head_bytes += len(data)
        super().data_received(data)
        if self._in_head and self._head_bytes > MOST_HEAD_BYTES and not self.transport.is_closing():
            self.send_400_response(f"The headers do not end within {MOST_HEAD_BYTES} bytes.")

    def on_message_begin(self) -> None:
        """Count from here; called by the parser."""
        super().on_message_begin()
        self._in_head, self._head_bytes = True, 0

    def on_headers_complete(self) -> None:
        """Count no more; called by the parser."""
        self._in_head = False
        super().on_headers_complete()
