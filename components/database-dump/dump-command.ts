/** What the command reads from its environment, beside the variables of the database. */
export interface DumpEnvironment {
  DUMP_BUCKET: string;
  /** Ends with a slash. */
  DUMP_PREFIX: string;
  /** Bytes that the dump has at most: S3 needs to know before it takes a stream of more than 50 GB. */
  DUMP_MOST_BYTES: string;
}

/**
 * Streams a dump in PostgreSQL's own compressed format to S3, so that it needs no disk. A dump that breaks off leaves its
 * first part behind, so one that is whole gets a mark beside it, `<dump>.complete`; only the last command's end would show
 * in a pipe, so that of `pg_dump` is kept in a file.
 */
const SCRIPT = `
target="s3://$DUMP_BUCKET/$DUMP_PREFIX$DATABASE_NAME-$(date -u +%Y%m%dT%H%M%SZ).dump"
broken="$(mktemp -u)"
export PGPASSWORD="$DATABASE_PASSWORD" PGSSLMODE=require
{
  pg_dump --host="$DATABASE_HOST" --port="$DATABASE_PORT" --username="$DATABASE_USER" --dbname="$DATABASE_NAME" \\
    --no-password --format=custom || echo pg_dump > "$broken"
} | aws s3 cp - "$target" --expected-size "$DUMP_MOST_BYTES"
if [ -e "$broken" ]; then
  echo "ERROR the dump broke off: $target is not whole" >&2
  exit 1
fi
printf complete | aws s3 cp - "$target.complete"
echo "dumped to $target"
`;

/** For an image with a POSIX shell, `pg_dump` of the database's major version or a later one, and the AWS CLI. */
export const dumpCommand = (): string[] => ["/bin/sh", "-euc", SCRIPT];
