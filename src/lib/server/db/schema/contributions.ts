import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { LANGUAGES } from '#lib/domain/language.ts';
import { PROBLEM_TRADES } from '#lib/domain/problem-card.ts';
import { PROBLEM_STATES } from '#lib/domain/problem-state.ts';
import { account, timestampColumn } from './accounts.ts';
import { membership, schoolClass } from './classes.ts';

/** An invitation to tell a problem: one link for as many people as the teacher gives it to, until it ends. */
export const problemInvitation = pgTable(
	'problem_invitation',
	{
		id: text('id').primaryKey(),
		/** SHA-256 of the token, so that reading the database does not make the link usable. */
		tokenHash: text('token_hash').notNull().unique(),
		createdBy: text('created_by')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		classId: text('class_id').references(() => schoolClass.id, { onDelete: 'set null' }),
		createdAt: timestampColumn('created_at').notNull().defaultNow(),
		expiresAt: timestampColumn('expires_at').notNull()
	},
	(table) => [index('problem_invitation_maker').on(table.createdBy)]
);

export const problem = pgTable(
	'problem',
	{
		id: text('id').primaryKey(),
		/** SHA-256 of the token of the contributor's private link; null for a student's card, which has none. */
		tokenHash: text('token_hash').unique(),
		source: text('source', { enum: ['visitor', 'invited', 'student'] }).notNull(),
		language: text('language', { enum: LANGUAGES }).notNull(),
		trade: text('trade', { enum: PROBLEM_TRADES }).notNull(),
		place: text('place').notNull(),
		card: jsonb('card').$type<unknown>().notNull(),
		contributorName: text('teller_name').notNull().default(''),
		contact: text('contact').notNull().default(''),
		/** The contributor's account, when they told the problem while signed in. */
		contributorAccount: text('teller_account').references(() => account.id, { onDelete: 'set null' }),
		invitedBy: text('invited_by').references(() => account.id, { onDelete: 'set null' }),
		/** For a student's card: the class in which it was told, and the membership of the student. */
		classId: text('class_id').references(() => schoolClass.id, { onDelete: 'set null' }),
		membershipId: text('membership_id').references(() => membership.id, { onDelete: 'set null' }),
		/** For a student's card: when and by whom it was offered to the board; until then only teachers of the class see it. */
		offeredAt: timestampColumn('offered_at'),
		offeredBy: text('offered_by').references(() => account.id, { onDelete: 'set null' }),
		state: text('state', { enum: PROBLEM_STATES }).notNull(),
		stateSince: timestampColumn('state_since').notNull().defaultNow(),
		claimedBy: text('claimed_by').references(() => account.id, { onDelete: 'set null' }),
		claimedClass: text('claimed_class').references(() => schoolClass.id, { onDelete: 'set null' }),
		lastWordAt: timestampColumn('last_word_at').notNull().defaultNow(),
		declineReason: text('decline_reason').notNull().default(''),
		/** Date by which the contributor must have an answer; null while the contributor is to write next. */
		answerDueAt: timestampColumn('answer_due_at'),
		/** Moment since which the problem is unclaimed; null while a teacher has claimed it. */
		unclaimedSince: timestampColumn('unclaimed_since').defaultNow(),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('problem_state').on(table.state), index('problem_class').on(table.classId)]
);

export const problemMessage = pgTable(
	'problem_message',
	{
		id: text('id').primaryKey(),
		problemId: text('problem_id')
			.notNull()
			.references(() => problem.id, { onDelete: 'cascade' }),
		side: text('side', { enum: ['teller', 'house'] }).notNull(),
		/**
		 * Account of the teacher or curator who wrote the message; null for the contributor's messages, and when that account is
		 * deleted.
		 */
		accountId: text('account_id').references(() => account.id, { onDelete: 'set null' }),
		text: text('text').notNull(),
		createdAt: timestampColumn('created_at').notNull().defaultNow()
	},
	(table) => [index('problem_message_problem').on(table.problemId)]
);

/**
 * News that wait to be mailed to a problem's contributor, and how the last mail went. There is a row only for a contributor who gave an email
 * address.
 */
export const contributorMail = pgTable('teller_mail', {
	problemId: text('problem_id')
		.primaryKey()
		.references(() => problem.id, { onDelete: 'cascade' }),
	/** Kinds of the news that no mail has told yet, without any text that a person wrote. */
	news: jsonb('news').$type<unknown>().notNull(),
	/** Moment since which the oldest of these news waits; null when none waits. */
	waitingSince: timestampColumn('waiting_since'),
	sentAt: timestampColumn('sent_at'),
	/** When a process began to send a mail; null while no process does. */
	takenAt: timestampColumn('taken_at'),
	/** When the last attempt to send mail failed; no other attempt follows until there is more news. */
	failedAt: timestampColumn('failed_at')
});

/** The photo of a table that a contributor added to a problem. */
export const problemPhoto = pgTable('problem_photo', {
	problemId: text('problem_id')
		.primaryKey()
		.references(() => problem.id, { onDelete: 'cascade' }),
	/** Bytes of a JPEG without metadata, in base64, which backups and both database engines handle like any text. */
	content: text('content').notNull(),
	width: integer('width').notNull(),
	height: integer('height').notNull()
});
