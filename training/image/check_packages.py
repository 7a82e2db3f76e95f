"""Uses the pruned packages as a training run does; a build whose pruning went too far fails here."""

import tempfile
from pathlib import Path

import boto3
import duckdb
import mlflow
import numpy as np
import pydantic_settings
import xgboost as xgb
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.model_selection import train_test_split

rows = np.arange(40, dtype=np.float32).reshape(20, 2)
labels = (np.arange(20) >= 10).astype(int)  # noqa: PLR2004
booster = xgb.train({"objective": "binary:logistic", "nthread": 1}, xgb.DMatrix(rows, labels), 5)
again = xgb.Booster(model_file=booster.save_raw("ubj"))
answers = again.inplace_predict(rows)
if roc_auc_score(labels, answers) != 1 or not 0 < log_loss(labels, answers) < 1:
    raise SystemExit("xgboost or scikit-learn does not work after pruning")

if LogisticRegression().fit(rows, labels).score(rows, labels) != 1:
    raise SystemExit("the logistic regression of scikit-learn does not work after pruning")

with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
    parquet = str(Path(folder) / "rows.parquet")
    connection.execute("COPY (SELECT 1 AS one) TO ? (FORMAT parquet)", [parquet])
    connection.execute("SELECT one FROM read_parquet(?)", [parquet]).fetchnumpy()
    mlflow.set_tracking_uri((Path(folder) / "mlruns").as_uri())
    mlflow.set_experiment("check")
    with mlflow.start_run():
        mlflow.log_metric("auc", 1)
        mlflow.log_artifact(parquet)

for service in ("s3", "sts"):
    client = boto3.client(service, region_name="ap-southeast-1", aws_access_key_id="fake", aws_secret_access_key="fake")
    client.generate_presigned_url({"s3": "list_buckets", "sts": "get_caller_identity"}[service])

used = (pydantic_settings, train_test_split)
print(f"{len(used)} names imported, one model measured, one run tracked, s3 and sts signed")
