/** Defines the API formats of browser and server: a number, and refusals with HTTP statuses. */
import * as v from 'valibot';

/** Refusals that any request may meet. */
export const COMMON_REFUSALS = {
	'signed-out': 401,
	'other-person': 409,
	forbidden: 403,
	'other-site': 403,
	'not-json': 415,
	malformed: 400,
	'too-large': 413,
	absent: 404
} as const;

export interface ApiFormat<Reason extends string> {
	format: number;
	statuses: Record<Reason, number>;
}

/** Defines an API format, by which the server answers and the browser parses the answer. `statuses` are by refusal. */
export function defineApi<const Format extends number, Reason extends string>(
	format: Format,
	statuses: Record<Reason, number>
) {
	const formatSchema = v.literal(format);
	const reasonSchema = v.picklist(Object.keys(statuses) as Reason[]);
	return {
		format,
		statuses,
		formatSchema,
		reasonSchema,
		refusedSchema: v.object({
			format: formatSchema,
			kind: v.literal('refused'),
			reason: reasonSchema,
			/** Seconds after which the same request may succeed; absent where waiting does not help. */
			seconds: v.optional(v.number())
		})
	};
}
