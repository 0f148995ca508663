/** Un ticket : la plaque tapée, le lieu, la minute où il commence, et la durée payée, en minutes. */
export interface Ticket {
	plate: string;
	zone: string;
	start: number;
	minutes: number;
}

/** Reçoit une durée, en minutes. Renvoie le nombre de demi-heures commencées. */
export function halfHours(minutes: number): number {
	let count = 0;
	while (count * 30 < minutes) {
		count = count + 1;
	}
	return count;
}

/** Reçoit les tickets, une plaque et la minute qu'il est. Renvoie vrai si cette plaque a un ticket encore bon. */
export function paid(tickets: Ticket[], plate: string, now: number): boolean {
	for (const ticket of tickets) {
		if (ticket.plate === plate && ticket.start <= now && now <= ticket.start + ticket.minutes) {
			return true;
		}
	}
	return false;
}

/** Reçoit les tickets et la minute qu'il est. Renvoie les tickets encore bons : les autres sont oubliés. */
export function purge(tickets: Ticket[], now: number): Ticket[] {
	const kept: Ticket[] = [];
	for (const ticket of tickets) {
		if (now <= ticket.start + ticket.minutes) {
			kept.push(ticket);
		}
	}
	return kept;
}
