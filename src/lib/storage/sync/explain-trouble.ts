import { m } from '#lib/paraglide/messages.js';
import type { TroubleReason } from './trouble.ts';

const TROUBLE_TEXTS: Record<TroubleReason, () => string> = {
	offline: m.sync_trouble_offline,
	unreachable: m.sync_trouble_unreachable,
	'not-ours': m.sync_trouble_not_ours,
	server: m.sync_trouble_server,
	'signed-out': m.sync_trouble_signed_out,
	'other-person': m.sync_trouble_other_person,
	'other-pair': m.sync_trouble_other_pair,
	'too-large': m.sync_trouble_too_large,
	'account-full': m.sync_trouble_account_full,
	'server-full': m.sync_trouble_server_full,
	refused: m.sync_trouble_refused
};

export function explainTrouble(reason: TroubleReason): string {
	return TROUBLE_TEXTS[reason]();
}
