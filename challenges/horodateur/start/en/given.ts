/** A ticket: the plate that was typed, the place, the minute it begins, and the time paid for, in minutes. */
export interface Ticket {
	plate: string;
	zone: string;
	start: number;
	minutes: number;
}

/** Takes a length of time, in minutes. Returns the number of half-hours started. */
export function halfHours(minutes: number): number {
	let count = 0;
	while (count * 30 < minutes) {
		count = count + 1;
	}
	return count;
}

/** Takes the tickets, a plate and the minute it is now. Returns true if that plate has a ticket still good. */
export function paid(tickets: Ticket[], plate: string, now: number): boolean {
	for (const ticket of tickets) {
		if (ticket.plate === plate && ticket.start <= now && now <= ticket.start + ticket.minutes) {
			return true;
		}
	}
	return false;
}

/** Takes the tickets and the minute it is now. Returns the tickets still good: the others are forgotten. */
export function purge(tickets: Ticket[], now: number): Ticket[] {
	const kept: Ticket[] = [];
	for (const ticket of tickets) {
		if (now <= ticket.start + ticket.minutes) {
			kept.push(ticket);
		}
	}
	return kept;
}
