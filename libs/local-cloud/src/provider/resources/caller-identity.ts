import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { DataSourceBehaviour } from './data-source-behaviour.ts';

export const callerIdentity: DataSourceBehaviour = {
  read: async (cloud) => {
    const { Account, Arn, UserId } = await cloud.sts().send(new GetCallerIdentityCommand({}));
    return { account_id: Account ?? null, arn: Arn ?? null, user_id: UserId ?? null, id: Account ?? null };
  },
};
