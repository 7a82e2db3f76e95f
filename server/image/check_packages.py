"""Uses the pruned packages as the server does; a build whose pruning went too far fails here."""

import ctypes
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import fastapi
import httptools
import prometheus_client
import pydantic_settings
import tenacity
import uvicorn
from botocore.session import Session

xgboost = find_spec("xgboost")
if xgboost is None or xgboost.origin is None:
    raise SystemExit("there is no xgboost")
handle = ctypes.c_void_p()
# without its Python side, as the server uses it
if ctypes.CDLL(str(Path(xgboost.origin).parent / "lib/libxgboost.so")).XGBoosterCreate(None, 0, ctypes.byref(handle)):
    raise SystemExit("xgboost makes no booster")

for service in ("s3", "sts"):
    client: Any = Session().create_client(
        service, region_name="ap-southeast-1", aws_access_key_id="fake", aws_secret_access_key="fake"
    )
    client.generate_presigned_url({"s3": "list_buckets", "sts": "get_caller_identity"}[service])

used = (fastapi, httptools, prometheus_client, pydantic_settings, tenacity, uvicorn)
print(f"{len(used)} packages imported, xgboost loaded, s3 and sts signed")
