"""`/docs`: Swagger UI from this image, for browsers that reach no CDN; no script of somebody else's is run."""

from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fastapi import APIRouter, HTTPException
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import FileResponse, HTMLResponse

_SCRIPT: Final = "swagger-ui-bundle.js"
_STYLE: Final = "swagger-ui.css"
_ICON: Final = "favicon-32x32.png"
_FILES: Final = frozenset({_SCRIPT, _STYLE, _ICON})


def docs_routes(title: str) -> APIRouter:
    """Make the page and its files; addresses are relative, so that a proxy may serve it under a prefix."""
    folder = _files_of("fastapi_swagger") / "resources"
    routes = APIRouter(prefix="/docs", include_in_schema=False)

    @routes.get("")
    async def docs() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url="openapi.json",
            title=title,
            swagger_js_url=f"docs/{_SCRIPT}",
            swagger_css_url=f"docs/{_STYLE}",
            swagger_favicon_url=f"docs/{_ICON}",
        )

    @routes.get("/{name}")
    async def file(name: str) -> FileResponse:
        if name not in _FILES:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return FileResponse(folder / name)

    return routes


def _files_of(package: str) -> Path:
    # it is not imported: only its files are of use
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f'"{package}" is not installed, though requirements.txt names it')
    return Path(spec.origin).parent
