/*
 * Hyperscan as somebody would call it for our task: whole words in any case, start and end of each match.
 *   hyperscan words|literal whole|lines PHRASES TEXT
 * words:   \bphrase\b with HS_FLAG_CASELESS | HS_FLAG_SOM_LEFTMOST, the library reports both ends
 * literal: hs_compile_lit_multi with HS_FLAG_CASELESS; start and word boundaries by the callback, which knows the length
 * whole:   one call for the text; lines: one call a narrative
 * Says what it is, then scans once for each line of standard input: seconds, matches, sum of matches.
 */
#include <ctype.h>
#include <hs/hs.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 100000

static char *text;
static size_t size, base, limit;
static char *phrases[MOST];
static size_t lengths[MOST];
static unsigned ids[MOST], flags[MOST], count;
static uint64_t matches, sum;

static char *read_all(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) exit(4);
    fseek(file, 0, SEEK_END);
    *length = ftell(file);
    rewind(file);
    char *bytes = malloc(*length + 1);
    if (fread(bytes, 1, *length, file) != *length) exit(4);
    bytes[*length] = 0;
    fclose(file);
    return bytes;
}

static int is_word(unsigned char c) { return isalnum(c) || c == '_'; }

static void add(uint64_t phrase, uint64_t from, uint64_t to) {
    uint64_t mixed = (phrase * 0x9E3779B97F4A7C15ull) ^ (from * 0xC2B2AE3D27D4EB4Full) ^ (to * 0x165667B19E3779F9ull);
    matches++;
    sum += (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9ull;
}

static int on_word(unsigned id, unsigned long long from, unsigned long long to, unsigned f, void *context) {
    add(id, base + from, base + to);
    return 0;
}

static int on_literal(unsigned id, unsigned long long from, unsigned long long to, unsigned f, void *context) {
    size_t end = base + to, start = end - lengths[id];
    if ((start == base || !is_word(text[start - 1])) && (end == base + limit || !is_word(text[end]))) add(id, start, end);
    return 0;
}

static hs_database_t *compile(int literal) {
    hs_database_t *database = NULL;
    hs_compile_error_t *error = NULL;
    static const char *expressions[MOST];
    for (unsigned i = 0; i < count; i++) {
        flags[i] = literal ? HS_FLAG_CASELESS : HS_FLAG_CASELESS | HS_FLAG_SOM_LEFTMOST;
        char *expression = phrases[i];
        if (!literal) {
            expression = malloc(lengths[i] + 5);
            sprintf(expression, "\\b%s\\b", phrases[i]);
        }
        expressions[i] = expression;
    }
    hs_error_t result = literal
        ? hs_compile_lit_multi(expressions, flags, ids, lengths, count, HS_MODE_BLOCK, NULL, &database, &error)
        : hs_compile_multi(expressions, flags, ids, count, HS_MODE_BLOCK, NULL, &database, &error);
    if (result != HS_SUCCESS) {
        fprintf(stderr, "%s\n", error ? error->message : "cannot compile");
        exit(4);
    }
    return database;
}

static void scan(hs_database_t *database, hs_scratch_t *scratch, int lines, match_event_handler on_match) {
    for (base = 0; base < size; base += limit + 1) {
        char *end = lines ? memchr(text + base, '\n', size - base) : NULL;
        limit = end ? (size_t)(end - (text + base)) : size - base;
        hs_scan(database, text + base, limit, 0, scratch, on_match, NULL);
    }
}

int main(int argc, char **argv) {
    if (argc != 5) return 2;
    int literal = !strcmp(argv[1], "literal"), lines = !strcmp(argv[2], "lines");
    size_t length;
    char *list = read_all(argv[3], &length);
    for (char *phrase = strtok(list, "\n"); phrase && count < MOST; phrase = strtok(NULL, "\n")) {
        phrases[count] = phrase;
        ids[count] = count;
        lengths[count++] = strlen(phrase);
    }
    text = read_all(argv[4], &size);
    hs_database_t *database = compile(literal);
    hs_scratch_t *scratch = NULL;
    hs_alloc_scratch(database, &scratch);
    printf("Hyperscan %.5s, %s, %s\n", hs_version(),
        literal ? "hs_compile_lit_multi CASELESS, boundaries in the callback" : "\\bphrase\\b CASELESS | SOM_LEFTMOST",
        lines ? "a call a narrative" : "one call for all");
    fflush(stdout);
    char command[16];
    while (fgets(command, sizeof command, stdin)) {
        struct timespec began, ended;
        matches = sum = 0;
        clock_gettime(CLOCK_MONOTONIC, &began);
        scan(database, scratch, lines, literal ? on_literal : on_word);
        clock_gettime(CLOCK_MONOTONIC, &ended);
        printf("%.6f %lu %016lx\n", ended.tv_sec - began.tv_sec + (ended.tv_nsec - began.tv_nsec) * 1e-9, matches, sum);
        fflush(stdout);
    }
    return 0;
}
