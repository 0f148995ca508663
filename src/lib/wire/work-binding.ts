/** Messages by which a browser binds a work to an assignment. */
import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { syncApi } from './sync.ts';

const sentWorkBindingSchema = v.strictObject({
	format: syncApi.formatSchema,
	account: idSchema,
	work: idSchema,
	/** Id of the work that was bound before and that this one replaces. */
	instead: v.optional(idSchema)
});
const workBindingAnswerSchema = v.variant('kind', [
	/** The work that now belongs to the assignment: the sent one, or one that another machine bound first. */
	v.object({ format: syncApi.formatSchema, kind: v.literal('bound'), work: v.string() }),
	/** A refusal for any reason, because the browser only needs to know whether signing in again helps. */
	v.object({ format: syncApi.formatSchema, kind: v.literal('refused'), reason: v.string() })
]);

export const parseSentWorkBinding = (input: unknown) => parseWithSchema(sentWorkBindingSchema, input);
/** Parses the answer to a binding; `undefined` for any other input, such as a proxy's page or an unknown format. */
export const parseWorkBindingAnswer = (input: unknown) => parseWithSchema(workBindingAnswerSchema, input);
