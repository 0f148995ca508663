/** Parses a problem that a run or a check of a program found, from storage or the network. */
import * as v from 'valibot';
import type { ExceededSizeLimit, Problem } from '#sandbox/report.ts';

const sourcePlaceField = {
	place: v.exactOptional(v.object({ file: v.string(), line: v.number(), column: v.number() }))
};

const sizeExcessSchema: v.GenericSchema<unknown, ExceededSizeLimit> = v.variant('of', [
	v.object({ of: v.picklist(['bytes', 'lines']), file: v.string(), most: v.number() }),
	v.object({ of: v.literal('line'), file: v.string(), line: v.number(), most: v.number() })
]);

export const programProblemSchema: v.GenericSchema<unknown, Problem> = v.variant('kind', [
	v.object({
		kind: v.literal('assertion'),
		matcher: v.string(),
		message: v.string(),
		expected: v.exactOptional(v.string()),
		received: v.exactOptional(v.string()),
		...sourcePlaceField
	}),
	v.object({ kind: v.literal('thrown'), name: v.string(), message: v.string(), ...sourcePlaceField }),
	v.object({ kind: v.literal('time'), limit: v.number(), ...sourcePlaceField }),
	v.object({ kind: v.literal('memory') }),
	v.object({ kind: v.literal('too-large'), excess: v.exactOptional(sizeExcessSchema) }),
	v.object({ kind: v.literal('crash'), message: v.string() })
]);
