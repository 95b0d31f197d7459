#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A C face over simdjson's DOM parser. No exception crosses it, and no pointer into a document is of use after the next parse. */

#ifdef __cplusplus
extern "C" {
#endif

/* A parser with its buffers, used again and again by one thread. */
typedef struct redress_json_parser redress_json_parser;

/* A value of the document that the parser read last: simdjson's element, copied bit by bit. */
typedef struct {
    uint64_t words[2];
} redress_json_value;

/* Where a walk over an object or array stands: simdjson's iterators, copied bit by bit. */
typedef struct {
    uint64_t next[2];
    uint64_t end[2];
} redress_json_walk;

enum redress_json_fault {
    REDRESS_JSON_OK = 0,
    REDRESS_JSON_NO_MEMORY,
    REDRESS_JSON_EMPTY,
    REDRESS_JSON_TOO_LONG,
    REDRESS_JSON_TOO_DEEP,
    REDRESS_JSON_NOT_UTF8,
    /* Anything else: not JSON, or a number that neither 64 bits nor a double can hold. */
    REDRESS_JSON_MALFORMED
};

enum redress_json_kind {
    REDRESS_JSON_NULL,
    REDRESS_JSON_BOOL,
    REDRESS_JSON_INT64,
    REDRESS_JSON_UINT64,
    REDRESS_JSON_DOUBLE,
    REDRESS_JSON_STRING,
    REDRESS_JSON_ARRAY,
    REDRESS_JSON_OBJECT
};

/* Null when there is no memory. Free it with redress_json_parser_free. */
redress_json_parser *redress_json_parser_new(size_t longest, size_t deepest);
void redress_json_parser_free(redress_json_parser *parser);

/* Reads a document, whose bytes are copied; `root` is set when the answer is REDRESS_JSON_OK. */
enum redress_json_fault redress_json_parse(
    redress_json_parser *parser, const uint8_t *bytes, size_t length, redress_json_value *root);

enum redress_json_kind redress_json_kind_of(redress_json_value value);

/* The first member of that name with its place among the members; false when there is none or the value is no object. */
bool redress_json_member(
    redress_json_value object, const uint8_t *name, size_t length, redress_json_value *found, size_t *place);

/* Whether any object of the value, at any depth, has two members of one name; REDRESS_JSON_OK, or REDRESS_JSON_NO_MEMORY where it cannot be told. */
enum redress_json_fault redress_json_repeats_name(redress_json_value value, bool *repeats);

/* These answer false, and leave the result alone, when the value is of another kind or does not fit. */
bool redress_json_string(redress_json_value value, const char **text, size_t *length);
bool redress_json_int64(redress_json_value value, int64_t *number);
bool redress_json_uint64(redress_json_value value, uint64_t *number);
bool redress_json_double(redress_json_value value, double *number);
bool redress_json_bool(redress_json_value value, bool *truth);

/* Begins a walk over an object's members or an array's elements; false when the value is neither. */
bool redress_json_walk_begin(redress_json_value container, redress_json_walk *walk);
/* The next member; false at the end. */
bool redress_json_next_member(redress_json_walk *walk, const char **name, size_t *length, redress_json_value *value);
/* The next element; false at the end. */
bool redress_json_next_element(redress_json_walk *walk, redress_json_value *value);

/* Where looking through an object's members stands. */
typedef struct {
    uint64_t first[2];
    uint64_t next[2];
    uint64_t end[2];
    /* One bit for each name there is, by a small hash; 0 until a name was not the next one. */
    uint64_t names;
} redress_json_cursor;

/* Begins at the first member; false when the value is no object. */
bool redress_json_cursor_begin(redress_json_value object, redress_json_cursor *cursor);
/* Finds the first member of that name, and goes on behind it; false when there is none, and then the cursor stays where it is. It looks at the next
 * member first, and through all of them only where that is another and the hash does not rule the name out. */
bool redress_json_cursor_find(redress_json_cursor *cursor, const uint8_t *name, size_t length, redress_json_value *value);
/* Goes back to the first member. */
void redress_json_cursor_rewind(redress_json_cursor *cursor);
/* The next member; false at the end. */
bool redress_json_cursor_next(redress_json_cursor *cursor, const char **name, size_t *length, redress_json_value *value);

/* Finds the bytes of a value in the text of a document that parsed: `path` holds, level by level, its place among the members or elements.
 * False when the path leads nowhere. */
bool redress_json_extent(
    const uint8_t *bytes, size_t length, const size_t *path, size_t levels, size_t *start, size_t *end);

#ifdef __cplusplus
}
#endif
