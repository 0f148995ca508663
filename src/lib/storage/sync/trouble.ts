/** Why saved work does not reach the server. It is kept here all the same. Their texts: explain-trouble.ts. */
import * as v from 'valibot';

export const TROUBLES = [
	/** The browser says that there is no network. */
	'offline',
	'unreachable',
	/** An answer that is none of ours: a school's or café's own page, a proxy's error. */
	'not-ours',
	'server',
	'signed-out',
	/** Someone else has signed in with this browser. */
	'other-person',
	/** Somebody has joined, or the pair has ended. */
	'other-pair',
	/** This work alone is not taken; more of the same will not be either. */
	'too-large',
	'account-full',
	/** Nobody's work is taken for now. */
	'server-full',
	'refused'
] as const;

export const troubleSchema = v.object({
	reason: v.picklist(TROUBLES),
	/** The work that it is about; null for all. */
	work: v.nullable(v.string())
});
export type Trouble = v.InferOutput<typeof troubleSchema>;
export type TroubleReason = Trouble['reason'];
