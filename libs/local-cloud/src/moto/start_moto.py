"""Starts moto_server, mended where it differs from AWS in what Terraform or our tools see."""

import os
import sys

import mend_ecr
import mend_iam
import mend_s3
import mend_s3_policy
import mend_sns
from moto.server import main

if __name__ == "__main__":
    # Other accounts see nothing of a bucket; moto would let everybody in.
    os.environ["MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS"] = "false"
    # AWS's own policies, so that they can be attached. The first call to IAM of an account takes a second longer.
    os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
    for mended in (mend_ecr, mend_iam, mend_s3, mend_s3_policy, mend_sns):
        mended.mend()
    sys.exit(main())
