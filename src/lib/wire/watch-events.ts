/** Writes and parses the events of a watched assignment; unknown events are ignored. */
import * as v from 'valibot';
import { DEBATE_PHASES, type Debate, type TeacherDebate } from '#lib/domain/debate.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { classProgressSchema, type ClassProgress, type BoardMember, type ProgressRow } from '#lib/domain/progress.ts';
import { SUBMISSION_STATES } from '#lib/domain/submission.ts';

const BoardMember: v.GenericSchema<unknown, BoardMember> = v.object({
	id: v.string(),
	pseudonym: v.string(),
	key: v.string()
});
const sentBoardRowSchema = v.object({
	members: v.union([v.strictTuple([BoardMember]), v.strictTuple([BoardMember, BoardMember])]),
	/** The student's progress; events carry it under its former name `standing`. */
	standing: v.nullable(
		v.object({
			step: v.string(),
			done: v.array(v.string()),
			passed: v.number(),
			checks: v.number(),
			lastActivity: v.number(),
			lastProgress: v.number(),
			help: v.nullable(v.object({ since: v.number(), seen: v.boolean() }))
		})
	),
	submission: v.nullable(
		v.object({
			id: v.string(),
			state: v.picklist(SUBMISSION_STATES),
			turn: v.number(),
			verdict: v.nullable(v.string()),
			// Absent in events from an older version of the server.
			caught: v.optional(v.nullable(v.object({ caught: v.number(), total: v.number() })))
		})
	)
});
type SentBoardRow = v.InferOutput<typeof sentBoardRowSchema>;
const ProgressRow: v.GenericSchema<unknown, ProgressRow> = v.pipe(
	sentBoardRowSchema,
	v.transform(({ standing, ...row }) => ({ ...row, progress: standing }))
);

/** Returns a row as events carry it; pages loaded before an upgrade must be able to read it too. */
export const toSentBoardRow = ({ progress, ...row }: ProgressRow): SentBoardRow => ({ ...row, standing: progress });

/**
 * `now`: the time by the server's clock, as all moments are. `whole`: whether `rows` are all rows, so that all others are gone.
 */
const BoardRowsEvent = v.object({ now: v.number(), whole: v.boolean(), rows: v.array(ProgressRow) });
export type BoardRowsEvent = v.InferOutput<typeof BoardRowsEvent>;
const OwnBoardRowEvent = v.object({ now: v.number(), row: ProgressRow });
export type OwnBoardRowEvent = v.InferOutput<typeof OwnBoardRowEvent>;

/** When an assignment opens, is due and was closed, in milliseconds since 1970. */
const sentAssignmentDatesSchema = v.object({
	opensAt: v.nullable(v.number()),
	dueAt: v.nullable(v.number()),
	closedAt: v.nullable(v.number())
});
export type SentAssignmentDates = v.InferOutput<typeof sentAssignmentDatesSchema>;

export const toSentAssignmentDates = (dates: Record<keyof SentAssignmentDates, Date | null>): SentAssignmentDates => ({
	opensAt: dates.opensAt?.getTime() ?? null,
	dueAt: dates.dueAt?.getTime() ?? null,
	closedAt: dates.closedAt?.getTime() ?? null
});

const assignedVersionSchema = v.object({ hash: v.string() });

const optionCountsSchema = v.array(v.object({ option: v.string(), count: v.number() }));
const optionFlowsSchema = v.array(v.object({ from: v.string(), to: v.string(), count: v.number() }));
const shownPositionSchema = v.object({ option: v.string(), text: v.string() });
const debateSchemaFields = {
	phase: v.picklist(DEBATE_PHASES),
	since: v.nullable(v.number()),
	chosen: v.object({ before: v.number(), after: v.number() }),
	before: optionCountsSchema,
	after: optionCountsSchema,
	flows: optionFlowsSchema,
	shown: v.array(shownPositionSchema),
	/** Absent in events from an older version of the server. */
	answerSince: v.optional(v.nullable(v.number()), null)
};
const ClassDebate: v.GenericSchema<unknown, Debate> = v.object(debateSchemaFields);
const teacherDebateSchema: v.GenericSchema<unknown, TeacherDebate> = v.object({
	...debateSchemaFields,
	positions: v.array(v.object({ ...shownPositionSchema.entries, place: v.string(), shown: v.boolean() })),
	given: v.number()
});
const createEventParser =
	<T>(schema: v.GenericSchema<unknown, T>) =>
	(input: unknown): T | undefined =>
		parseWithSchema(schema, input);

export const parseBoardRowsEvent = createEventParser<BoardRowsEvent>(BoardRowsEvent);
export const parseOwnBoardRowEvent = createEventParser<OwnBoardRowEvent>(OwnBoardRowEvent);
export const parseAssignmentDates = createEventParser<SentAssignmentDates>(sentAssignmentDatesSchema);
export const parseAssignedVersion = createEventParser<{ hash: string }>(assignedVersionSchema);
export const parseClassProgress = createEventParser<ClassProgress>(classProgressSchema);
/** Parses the debate; null when the assignment has no decision. */
export const parseClassDebate = createEventParser<Debate | null>(v.nullable(ClassDebate));
export const parseTeacherDebate = createEventParser<TeacherDebate | null>(v.nullable(teacherDebateSchema));
