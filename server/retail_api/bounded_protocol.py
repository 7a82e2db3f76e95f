"""HTTP/1.1 by httptools, without what it lets a caller do and h11 does not."""

from typing import Final

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# as much as uvicorn takes with h11; httptools keeps whatever is sent
MOST_BYTES_WITHOUT_BODY: Final = 64 * 1024


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, with bounded headers, without trailers, and deaf to offers of another protocol.

    - It closes a connection on 64 KiB that are no part of a body: an endless request line, header, trailer or extension
      of a chunk. What came together with the beginning of a request is not counted: that is at most one read.
    - Trailers are read and forgotten: they are no headers of the request (RFC 9110, section 6.5.1).
    - `Upgrade` is ignored, as RFC 9110, section 7.8, allows. httptools takes what follows the headers for the other
      protocol, so that the body would be lost (https://github.com/Kludex/uvicorn/issues/2722): Java's client offers
      HTTP/2 with each request.
    - It closes a connection on a request in HTTP/1.1 with no `Host` or two (RFC 9112, section 3.2).
    """

    _in_head = False
    _bytes_without_body = 0

    def data_received(self, data: bytes) -> None:
        """Read what came."""
        self._bytes_without_body += len(data)
        self._unset_keepalive_if_required()
        try:
            self._read(data)
        except httptools.HttpParserError:
            self._refuse("Invalid HTTP request received.")
            return
        if self._bytes_without_body > MOST_BYTES_WITHOUT_BODY and not self.transport.is_closing():
            self._refuse(f"There are more than {MOST_BYTES_WITHOUT_BODY} bytes beside a body.")

    def _read(self, data: bytes) -> None:
        while True:
            try:
                self.parser.feed_data(data)
            except httptools.HttpParserUpgrade as offer:
                if not self._is_offer():
                    return
                data = self._head_without_offer() + data[offer.args[0] :]
                self.parser = httptools.HttpRequestParser(self)
            else:
                return

    def _is_offer(self) -> bool:
        # what follows CONNECT is no HTTP either, and it is answered without
        return self.parser.should_upgrade() and self.parser.get_method() != b"CONNECT"

    def _head_without_offer(self) -> bytes:
        lines = [b"%b %b HTTP/1.1" % (self.parser.get_method(), self.url)]
        lines += [b"%b: %b" % header for header in self.headers if header[0] not in {b"upgrade", b"connection"}]
        closing = any(name == b"connection" and b"close" in value.lower() for name, value in self.headers)
        return b"\r\n".join([*lines, b"connection: close" if closing else b"connection: keep-alive", b"", b""])

    def _refuse(self, message: str) -> None:
        self.logger.warning(message)
        self.send_400_response(message)

    def on_message_begin(self) -> None:
        """Count from here; called by the parser."""
        super().on_message_begin()
        self._in_head, self._bytes_without_body = True, 0

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header, but no trailer; called by the parser."""
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Begin to answer, unless it has to be read again without an offer; called by the parser."""
        self._in_head = False
        if self.parser.get_http_version() == "1.1" and sum(name == b"host" for name, _ in self.headers) != 1:
            # ends what is fed: the parser makes an error of its own of it
            raise httptools.HttpParserError
        if not self._is_offer():
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Count from here again; called by the parser."""
        self._bytes_without_body = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End the body, unless it has to be read again; called by the parser."""
        self._bytes_without_body = 0
        if not self._is_offer():
            super().on_message_complete()
