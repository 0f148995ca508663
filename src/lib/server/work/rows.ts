/** The rows of a statement written by hand: both engines give them under this name. */
import * as v from 'valibot';

const resultSchema = v.object({ rows: v.array(v.looseObject({})) });

export function rowsIn(result: unknown): Record<string, unknown>[] {
	return v.parse(resultSchema, result).rows;
}
