/** The answer of a call to AWS; undefined when AWS says with one of these error names that the thing is not there. */
export async function ignoreMissing<Answer>(
  call: Promise<Answer>,
  names: readonly string[],
): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return undefined;
    throw error;
  }
}
