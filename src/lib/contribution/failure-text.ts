/** Explains in words why a problem or a card could not be sent. */
import { m } from '#lib/paraglide/messages.js';
import type { SendFailure } from './send-problem.ts';

type FailureTextWriter = (values: { seconds: number }) => string;

const SEND_FAILURE_TEXTS: Record<SendFailure['reason'], FailureTextWriter> = {
	'signed-out': m.tell_refused_forbidden,
	'other-person': m.tell_refused_forbidden,
	forbidden: m.tell_refused_forbidden,
	'other-site': m.tell_refused_format,
	'not-json': m.tell_refused_format,
	malformed: m.tell_refused_format,
	'too-large': m.tell_refused_too_large,
	absent: m.tell_refused_absent,
	'link-over': m.tell_refused_link_over,
	closed: m.tell_refused_closed,
	'too-often': m.tell_refused_too_often,
	full: m.tell_refused_full,
	network: m.tell_refused_network
};

export const explainSendFailure = ({ reason, seconds }: SendFailure): string => SEND_FAILURE_TEXTS[reason]({ seconds });
