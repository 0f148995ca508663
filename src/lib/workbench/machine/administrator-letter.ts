import { m } from '#lib/paraglide/messages.js';
import { MACHINE_QUESTIONS, type ProbeFinding, type ProbeGrade, type MachineQuestion } from './probes.ts';

interface AdministratorLetterFacts {
	appAddress: string;
	/** Addresses from which the sandbox's frame can load, best first. */
	shellAddresses: string[];
	browser: string;
	checkedAt: Date;
	findings: Partial<Record<MachineQuestion, ProbeFinding>>;
}

const PROBE_GRADE_TEXTS: Record<ProbeGrade, () => string> = {
	good: m.check_good,
	poor: m.check_poor,
	bad: m.check_bad
};

export const machineQuestionNames: Record<MachineQuestion, () => string> = {
	compiler: m.check_compiler,
	frame: m.check_frame,
	storage: m.check_storage,
	events: m.check_events,
	compression: m.check_compression,
	speed: m.check_speed
};

export function writeAdministratorLetter(facts: AdministratorLetterFacts): string {
	const { appAddress, shellAddresses, browser, checkedAt, findings } = facts;
	const shellOrigins = shellAddresses.map((shell) => new URL(shell).origin);
	const findingLines = MACHINE_QUESTIONS.flatMap((question) => {
		const finding = findings[question];
		return finding
			? [`- ${machineQuestionNames[question]()} : ${PROBE_GRADE_TEXTS[finding.grade]()} (${finding.detail})`]
			: [];
	});
	return [
		m.check_letter_hello(),
		'',
		m.check_letter_needs(),
		`- ${m.check_letter_app({ address: appAddress })}`,
		`- ${m.check_letter_frame({ addresses: shellOrigins.join(m.check_letter_or()) })}`,
		`- ${m.check_letter_events()}`,
		`- ${m.check_letter_files()}`,
		`- ${m.check_letter_nothing()}`,
		'',
		m.check_letter_seen({ when: checkedAt.toISOString().slice(0, 16).replace('T', ' '), browser }),
		...findingLines
	].join('\n');
}
