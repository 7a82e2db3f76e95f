/** Where a value stands in a configuration, from the top. */
export interface AttributePath {
  readonly steps: readonly AttributeStep[];
}

export type AttributeStep = { readonly attributeName: string } | { readonly elementKeyInt: number };

/** A path from names and list indices, such as `attributePath('rule', 0, 'filter')`. */
export function attributePath(...steps: readonly (string | number)[]): AttributePath {
  return {
    steps: steps.map((step) => (typeof step === 'number' ? { elementKeyInt: step } : { attributeName: step })),
  };
}
