"""The service as the original documents describe it: a pickle from S3, one data frame for each request."""

import os
import pickle

import boto3
import pandas as pd
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
state = {}


class PredictionRequest(BaseModel):
    features: dict[str, float]
    customer_id: str


@app.on_event("startup")
def load_model() -> None:
    key = os.environ["MODEL_PREFIX"] + "/model.pkl"
    answer = boto3.client("s3").get_object(Bucket=os.environ["MODEL_BUCKET"], Key=key)
    state["model"] = pickle.loads(answer["Body"].read())


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "healthy"}


@app.get("/ready")
def ready() -> dict[str, bool]:
    return {"ready": "model" in state}


@app.post("/predict")
async def predict(request: PredictionRequest) -> dict[str, object]:
    frame = pd.DataFrame([request.features])[["SPEND", "UNITS", "VISITS"]]
    probability = float(state["model"].predict_proba(frame)[0, 1])
    return {"customer_id": request.customer_id, "prediction": int(probability >= 0.5), "probability": probability}
