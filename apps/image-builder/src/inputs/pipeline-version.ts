/** Part of every inputs hash: raise it when the builder makes other images of the same inputs. */
export const PIPELINE_VERSION = '1';
