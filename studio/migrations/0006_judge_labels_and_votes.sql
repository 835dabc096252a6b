CREATE TABLE "judge_labels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pattern_id" text NOT NULL,
	"lang" text NOT NULL,
	"subject" jsonb NOT NULL,
	"subject_hash" text NOT NULL,
	"verdict" text NOT NULL,
	"author" text NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "judge_labels_verdict" CHECK ("judge_labels"."verdict" in ('pass', 'fail'))
);
--> statement-breakpoint
CREATE TABLE "judge_votes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"audit_id" uuid,
	"scoring" integer,
	"case_key" text,
	"label_id" uuid,
	"pattern_id" text NOT NULL,
	"lang" text NOT NULL,
	"judge" integer NOT NULL,
	"model" text NOT NULL,
	"config_hash" text NOT NULL,
	"subject_hash" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"quote" text NOT NULL,
	"said" text,
	"calls" integer NOT NULL,
	"tokens_in" integer NOT NULL,
	"tokens_out" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "judge_votes_of_one" CHECK (("judge_votes"."audit_id" is null) <> ("judge_votes"."label_id" is null)),
	CONSTRAINT "judge_votes_verdict" CHECK ("judge_votes"."verdict" in ('pass', 'fail', 'unscored'))
);
--> statement-breakpoint
CREATE INDEX "judge_labels_subject" ON "judge_labels" USING btree ("subject_hash","id");--> statement-breakpoint
CREATE INDEX "judge_labels_pattern" ON "judge_labels" USING btree ("pattern_id","lang");--> statement-breakpoint
CREATE INDEX "judge_votes_known" ON "judge_votes" USING btree ("config_hash","subject_hash");--> statement-breakpoint
CREATE INDEX "judge_votes_audit" ON "judge_votes" USING btree ("audit_id","scoring");