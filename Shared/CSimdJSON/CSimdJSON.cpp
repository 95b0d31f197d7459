#include "CSimdJSON.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <simdjson.h>
#include <string_view>
#include <type_traits>
#include <vector>

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

struct redress_json_parser {
    simdjson::dom::parser parser;
    explicit redress_json_parser(size_t longest) : parser(longest) {}
};

namespace {

// simdjson's elements and iterators are a pointer to the document and an index, so they may cross C as plain bytes.
template <typename Native, typename Plain> Native unpack(const Plain &plain) {
    static_assert(std::is_trivially_copyable<Native>::value && sizeof(Native) == sizeof(Plain), "simdjson's layout has changed");
    Native native;
    std::memcpy(static_cast<void *>(&native), &plain, sizeof native);
    return native;
}

template <typename Plain, typename Native> void pack(const Native &native, Plain &plain) {
    static_assert(std::is_trivially_copyable<Native>::value && sizeof(Native) == sizeof(Plain), "simdjson's layout has changed");
    std::memcpy(&plain, static_cast<const void *>(&native), sizeof native);
}

element native(const redress_json_value &value) { return unpack<element>(value); }

std::string_view name_of(const object::iterator &member) { return {member.key_c_str(), member.key_length()}; }

// One of 63 bits for a name, by its length and two of its letters: names of one object seldom share one.
uint64_t bit_of(std::string_view name) {
    if (name.empty()) return 2;
    const auto first = static_cast<uint8_t>(name.front()), last = static_cast<uint8_t>(name.back());
    return uint64_t{1} << (1 + (name.size() * 7 + first * 3 + last * 11) % 63);
}

// Whether two members have one name. Nearly every object has few members, which need no room of their own.
bool repeats_name(const object &members) {
    std::array<std::string_view, 24> few;
    size_t count = 0;
    const auto end = members.end();
    auto member = members.begin();
    for (; member != end && count < few.size(); ++member) {
        const auto name = name_of(member);
        for (size_t index = 0; index < count; index++) {
            if (few[index] == name) return true;
        }
        few[count++] = name;
    }
    if (!(member != end)) return false;
    std::vector<std::string_view> many(few.begin(), few.end());
    for (; member != end; ++member) many.push_back(name_of(member));
    std::sort(many.begin(), many.end());
    return std::adjacent_find(many.begin(), many.end()) != many.end();
}

// The depth is bounded by the parser's limit.
bool repeats_name_anywhere(element value) {
    object members;
    if (value.get(members) == simdjson::SUCCESS) {
        if (repeats_name(members)) return true;
        for (auto member : members) {
            if (repeats_name_anywhere(member.value)) return true;
        }
        return false;
    }
    array elements;
    if (value.get(elements) != simdjson::SUCCESS) return false;
    for (element each : elements) {
        if (repeats_name_anywhere(each)) return true;
    }
    return false;
}

bool is_space(uint8_t byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

// Steps over the pieces of a text that is known to be JSON. Every step is bounded by the end all the same.
struct Scanner {
    const uint8_t *bytes;
    size_t end;
    size_t at;

    void skip_space() {
        while (at < end && is_space(bytes[at])) at++;
    }

    // From the opening quote to behind the closing one: a quote closes unless an odd number of backslashes stands before it.
    void skip_string() {
        const size_t first = ++at;
        while (at < end) {
            const void *quote = std::memchr(bytes + at, '"', end - at);
            if (quote == nullptr) break;
            at = static_cast<size_t>(static_cast<const uint8_t *>(quote) - bytes);
            size_t backslashes = 0;
            while (at - backslashes > first && bytes[at - backslashes - 1] == '\\') backslashes++;
            at++;
            if (backslashes % 2 == 0) return;
        }
        at = end;
    }

    static bool ends_scalar(uint8_t byte) { return byte == ',' || byte == ']' || byte == '}' || byte == ':' || is_space(byte); }

    // A scalar, or a whole object or array: brackets are counted outside strings.
    void skip_value() {
        size_t depth = 0;
        do {
            skip_space();
            if (at >= end) return;
            switch (bytes[at]) {
            case '"': skip_string(); break;
            case '{':
            case '[':
                depth++;
                at++;
                break;
            case '}':
            case ']':
                depth--;
                at++;
                break;
            case ',':
            case ':': at++; break;
            default:
                while (at < end && !ends_scalar(bytes[at])) at++;
            }
        } while (depth > 0);
    }

    // Goes to the beginning of a member's value or an element; false when there are fewer.
    bool enter(size_t place) {
        skip_space();
        if (at >= end || (bytes[at] != '{' && bytes[at] != '[')) return false;
        bool is_object = bytes[at] == '{';
        at++;
        for (size_t index = 0;; index++) {
            skip_space();
            if (at >= end || bytes[at] == '}' || bytes[at] == ']') return false;
            if (is_object) {
                skip_string();
                skip_space();
                at++; // The colon.
                skip_space();
            }
            if (index == place) return at < end;
            skip_value();
            skip_space();
            if (at < end && bytes[at] == ',') at++;
        }
    }
};

} // namespace

redress_json_parser *redress_json_parser_new(size_t longest, size_t deepest) {
    auto *made = new (std::nothrow) redress_json_parser(longest);
    if (made == nullptr) return nullptr;
    constexpr size_t first_capacity = 4096;
    if (made->parser.allocate(first_capacity, deepest) != simdjson::SUCCESS) {
        delete made;
        return nullptr;
    }
    return made;
}

void redress_json_parser_free(redress_json_parser *parser) { delete parser; }

redress_json_fault redress_json_parse(redress_json_parser *parser, const uint8_t *bytes, size_t length, redress_json_value *root) {
    element found;
    switch (parser->parser.parse(bytes, length, true).get(found)) {
    case simdjson::SUCCESS: pack(found, *root); return REDRESS_JSON_OK;
    case simdjson::MEMALLOC: return REDRESS_JSON_NO_MEMORY;
    case simdjson::EMPTY: return REDRESS_JSON_EMPTY;
    case simdjson::CAPACITY: return REDRESS_JSON_TOO_LONG;
    case simdjson::DEPTH_ERROR: return REDRESS_JSON_TOO_DEEP;
    case simdjson::UTF8_ERROR: return REDRESS_JSON_NOT_UTF8;
    default: return REDRESS_JSON_MALFORMED;
    }
}

redress_json_kind redress_json_kind_of(redress_json_value value) {
    switch (native(value).type()) {
    case simdjson::dom::element_type::ARRAY: return REDRESS_JSON_ARRAY;
    case simdjson::dom::element_type::OBJECT: return REDRESS_JSON_OBJECT;
    case simdjson::dom::element_type::INT64: return REDRESS_JSON_INT64;
    case simdjson::dom::element_type::UINT64: return REDRESS_JSON_UINT64;
    case simdjson::dom::element_type::DOUBLE: return REDRESS_JSON_DOUBLE;
    case simdjson::dom::element_type::STRING: return REDRESS_JSON_STRING;
    case simdjson::dom::element_type::BOOL: return REDRESS_JSON_BOOL;
    default: return REDRESS_JSON_NULL;
    }
}

bool redress_json_member(redress_json_value value, const uint8_t *name, size_t length, redress_json_value *found, size_t *place) {
    object members;
    if (native(value).get(members) != simdjson::SUCCESS) return false;
    size_t index = 0;
    const auto end = members.end();
    for (auto member = members.begin(); member != end; ++member, index++) {
        if (member.key_length() != length || std::memcmp(member.key_c_str(), name, length) != 0) continue;
        pack(member.value(), *found);
        *place = index;
        return true;
    }
    return false;
}

redress_json_fault redress_json_repeats_name(redress_json_value value, bool *repeats) {
    try {
        *repeats = repeats_name_anywhere(native(value));
        return REDRESS_JSON_OK;
    } catch (const std::bad_alloc &) {
        return REDRESS_JSON_NO_MEMORY;
    }
}

bool redress_json_string(redress_json_value value, const char **text, size_t *length) {
    std::string_view view;
    if (native(value).get(view) != simdjson::SUCCESS) return false;
    *text = view.data();
    *length = view.size();
    return true;
}

bool redress_json_int64(redress_json_value value, int64_t *number) { return native(value).get(*number) == simdjson::SUCCESS; }

bool redress_json_uint64(redress_json_value value, uint64_t *number) { return native(value).get(*number) == simdjson::SUCCESS; }

bool redress_json_double(redress_json_value value, double *number) { return native(value).get(*number) == simdjson::SUCCESS; }

bool redress_json_bool(redress_json_value value, bool *truth) { return native(value).get(*truth) == simdjson::SUCCESS; }

bool redress_json_walk_begin(redress_json_value container, redress_json_walk *walk) {
    object members;
    if (native(container).get(members) == simdjson::SUCCESS) {
        pack(members.begin(), walk->next);
        pack(members.end(), walk->end);
        return true;
    }
    array elements;
    if (native(container).get(elements) != simdjson::SUCCESS) return false;
    pack(elements.begin(), walk->next);
    pack(elements.end(), walk->end);
    return true;
}

bool redress_json_next_member(redress_json_walk *walk, const char **name, size_t *length, redress_json_value *value) {
    auto next = unpack<object::iterator>(walk->next);
    if (!(next != unpack<object::iterator>(walk->end))) return false;
    *name = next.key_c_str();
    *length = next.key_length();
    pack(next.value(), *value);
    ++next;
    pack(next, walk->next);
    return true;
}

bool redress_json_next_element(redress_json_walk *walk, redress_json_value *value) {
    auto next = unpack<array::iterator>(walk->next);
    if (!(next != unpack<array::iterator>(walk->end))) return false;
    pack(*next, *value);
    ++next;
    pack(next, walk->next);
    return true;
}

bool redress_json_cursor_begin(redress_json_value value, redress_json_cursor *cursor) {
    object members;
    if (native(value).get(members) != simdjson::SUCCESS) return false;
    pack(members.begin(), cursor->first);
    pack(members.begin(), cursor->next);
    pack(members.end(), cursor->end);
    cursor->names = 0;
    return true;
}

void redress_json_cursor_rewind(redress_json_cursor *cursor) { std::memcpy(cursor->next, cursor->first, sizeof cursor->next); }

bool redress_json_cursor_find(redress_json_cursor *cursor, const uint8_t *name, size_t length, redress_json_value *value) {
    const std::string_view wanted(reinterpret_cast<const char *>(name), length);
    const auto end = unpack<object::iterator>(cursor->end);
    const auto next = unpack<object::iterator>(cursor->next);
    auto found = next;
    if (!(found != end) || name_of(found) != wanted) {
        found = unpack<object::iterator>(cursor->first);
        if (cursor->names == 0) {
            cursor->names = 1; // No name has this bit: it says that the others are set.
            for (auto member = found; member != end; ++member) cursor->names |= bit_of(name_of(member));
        }
        if ((cursor->names & bit_of(wanted)) == 0) return false;
        while (found != end && name_of(found) != wanted) ++found;
        if (!(found != end)) return false;
    }
    pack(found.value(), *value);
    ++found;
    pack(found, cursor->next);
    return true;
}

bool redress_json_cursor_next(redress_json_cursor *cursor, const char **name, size_t *length, redress_json_value *value) {
    auto next = unpack<object::iterator>(cursor->next);
    if (!(next != unpack<object::iterator>(cursor->end))) return false;
    *name = next.key_c_str();
    *length = next.key_length();
    pack(next.value(), *value);
    ++next;
    pack(next, cursor->next);
    return true;
}

bool redress_json_extent(const uint8_t *bytes, size_t length, const size_t *path, size_t levels, size_t *start, size_t *end) {
    Scanner scanner{bytes, length, 0};
    scanner.skip_space();
    for (size_t level = 0; level < levels; level++) {
        if (!scanner.enter(path[level])) return false;
    }
    *start = scanner.at;
    scanner.skip_value();
    *end = scanner.at < length ? scanner.at : length;
    return *start < *end;
}
