/** Names of the trades. */
import { m } from '#lib/paraglide/messages.js';
import type { Trade } from '#lib/domain/challenge.ts';

const TRADE_NAMES: Record<Trade, () => string> = {
	food: m.trade_food,
	logistics: m.trade_logistics,
	health: m.trade_health,
	civic: m.trade_civic,
	crafts: m.trade_crafts,
	school: m.trade_school
};

export const tradeName = (trade: Trade): string => TRADE_NAMES[trade]();
