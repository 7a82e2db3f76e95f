/** AWS accounts by environment, 12 digits each. */
export const accounts = { dev: '111122223333', prod: '444455556666' } as const;
