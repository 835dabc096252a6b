CREATE TABLE "outreach"."link_checks" (
	"sha256" text NOT NULL,
	"day" date NOT NULL,
	"result" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "link_checks_sha256_day_pk" PRIMARY KEY("sha256","day")
);
