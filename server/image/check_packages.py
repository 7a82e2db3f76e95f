"""Uses the pruned packages as the server does; a build whose pruning went too far fails here."""

import boto3
import fastapi
import numpy as np
import prometheus_client
import pydantic_settings
import tenacity
import uvicorn
import xgboost as xgb
from pythonjsonlogger import json as json_logger

rows = np.array([[0, np.nan], [1, 1]], dtype=np.float32)
booster = xgb.train({"objective": "binary:logistic", "nthread": 1}, xgb.DMatrix(rows, np.array([0, 1])), 2)
again = xgb.Booster(model_file=booster.save_raw("ubj"))
if not np.array_equal(booster.inplace_predict(rows), again.inplace_predict(rows)):
    raise SystemExit("xgboost does not predict the same after loading what it saved")

for service in ("s3", "sts"):
    client = boto3.client(service, region_name="ap-southeast-1", aws_access_key_id="fake", aws_secret_access_key="fake")
    client.generate_presigned_url({"s3": "list_buckets", "sts": "get_caller_identity"}[service])

used = (fastapi, json_logger, prometheus_client, pydantic_settings, tenacity, uvicorn)
print(f"{len(used)} packages imported, one model trained and reloaded, s3 and sts signed")
