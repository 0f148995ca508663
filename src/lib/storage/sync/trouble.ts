/** Why saved work, which stays stored here, does not reach the server. */
import * as v from 'valibot';

const TROUBLE_REASONS = [
	'offline',
	'unreachable',
	/** An answer in a foreign format, such as a captive portal's page or a proxy's error. */
	'not-ours',
	'server',
	'signed-out',
	/** Someone else has signed in with this browser. */
	'other-person',
	/** A pair was formed or ended meanwhile. */
	'other-pair',
	/** Only this work is refused, and repeating it will not help. */
	'too-large',
	'account-full',
	/** The server takes no work from anyone for now. */
	'server-full',
	'refused'
] as const;

export const troubleSchema = v.object({
	reason: v.picklist(TROUBLE_REASONS),
	/** The work concerned; null for all. */
	work: v.nullable(v.string())
});
export type Trouble = v.InferOutput<typeof troubleSchema>;
export type TroubleReason = Trouble['reason'];
