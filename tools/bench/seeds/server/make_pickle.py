"""Makes a model of as many trees as ours, pickled as in the original documents, and puts it where their service looks."""

import os
import pickle

import boto3
import numpy as np
import xgboost as xgb

random = np.random.default_rng(7)
rows = random.gamma(2.0, 50.0, size=(2000, 3))
labels = (rows[:, 0] / rows[:, 1] + random.normal(0, 0.5, 2000) > 1).astype(int)
model = xgb.XGBClassifier(n_estimators=int(os.environ["TREES"]), max_depth=3, learning_rate=0.05, n_jobs=1)
model.fit(rows, labels)
boto3.client("s3").put_object(
    Bucket=os.environ["MODEL_BUCKET"], Key=os.environ["MODEL_PREFIX"] + "/model.pkl", Body=pickle.dumps(model)
)
