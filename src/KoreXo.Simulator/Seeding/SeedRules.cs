using System.Text.Json;
using KoreXo.Simulator.Account;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Seeding;

/// <summary>The rules that a schema cannot express: names that must be unique, and names that must exist.</summary>
internal static class SeedRules
{
    private static readonly string[] Bounds = ["from", "to"];
    private static readonly (string List, string Cases)[] Suites = [("testSuites", "utterances"), ("conversationTestSuites", "inputs")];

    public static IEnumerable<SeedError> Check(JsonElement seed, XoSimulator platform) =>
        [
            .. Duplicates(seed, "", "bots", "name", platform.Bots.Values.Select(bot => bot.Name), StringComparer.Ordinal),
            .. Duplicates(seed, "", "tables", "name", platform.Tables.Keys, StringComparer.Ordinal),
            .. Duplicates(seed, "", "views", "name", platform.ViewNames, StringComparer.Ordinal),
            .. Duplicates(seed, "", "users", "email", platform.Users.Select(user => user.Email), StringComparer.OrdinalIgnoreCase),
            .. Duplicates(seed, "", "groups", "name", platform.Groups.Select(group => group.Name), StringComparer.Ordinal),
            .. seed.Items("bots").SelectMany((bot, index) => Bot(bot, $"/bots/{index}", platform)),
            .. seed.Items("tables").SelectMany((table, index) => Table(table, $"/tables/{index}")),
            .. seed.Items("views").SelectMany((view, index) => View(view, $"/views/{index}", seed, platform)),
            .. seed.Items("users").SelectMany((user, index) => User(user, $"/users/{index}")),
        ];

    private static IEnumerable<SeedError> Duplicates(
        JsonElement owner,
        string pointer,
        string list,
        string member,
        IEnumerable<string> taken,
        StringComparer comparer
    )
    {
        // The set grows while the list is read, so of two equal names in a seed the second is the error, and of a name that the platform
        // already has, the first.
        var names = new HashSet<string>(taken, comparer);
        return owner
            .Items(list)
            .Select((item, index) => (Name: item.Text(member)!, Pointer: $"{pointer}/{list}/{index}/{member}"))
            .Where(item => !names.Add(item.Name))
            .Select(item => new SeedError(item.Pointer, $"'{item.Name}' is taken; give each of the {list} its own {member}"));
    }

    private static IEnumerable<SeedError> Bot(JsonElement bot, string pointer, XoSimulator platform)
    {
        foreach (
            var error in Duplicates(bot, pointer, "testSuites", "name", [], StringComparer.Ordinal)
                .Concat(Duplicates(bot, pointer, "conversationTestSuites", "name", [], StringComparer.Ordinal))
        )
        {
            yield return error;
        }

        foreach (var (list, cases) in Suites)
        {
            foreach (
                var (suite, index) in bot.Items(list)
                    .Select((suite, index) => (suite, index))
                    .Where(item => item.suite.Integer("failures") > item.suite.Items(cases).Count)
            )
            {
                yield return new SeedError(
                    $"{pointer}/{list}/{index}/failures",
                    $"at most {suite.Items(cases).Count} can fail, one for each of the {cases}"
                );
            }
        }

        foreach (
            var (language, index) in bot.Texts("languages")
                .Select((language, index) => (language, index))
                .Where(item => !BotLanguages.IsCode(item.language))
        )
        {
            yield return new SeedError($"{pointer}/languages/{index}", $"'{language}' is not a language code");
        }

        // A bot has its default language, which is English at first, without listing it.
        var languages = bot.Texts("languages").Append("en").ToList();
        foreach (
            var (faqs, index) in bot.Items("faqs")
                .Select((faqs, index) => (faqs, index))
                .Where(item => item.faqs.Text("language") is { } language && !languages.Contains(language, StringComparer.Ordinal))
        )
        {
            yield return new SeedError(
                $"{pointer}/faqs/{index}/language",
                $"the bot does not have '{faqs.Text("language")}'; add it to its languages"
            );
        }

        foreach (
            var error in bot.Member("sessions") is { ValueKind: JsonValueKind.Object } sessions
                ? Sessions(sessions, pointer + "/sessions", platform)
                : []
        )
        {
            yield return error;
        }
    }

    private static IEnumerable<SeedError> Sessions(JsonElement sessions, string pointer, XoSimulator platform)
    {
        foreach (var name in Bounds.Where(name => sessions.Member(name) is not null && sessions.Moment(name) is null))
        {
            yield return new SeedError($"{pointer}/{name}", "a date and time such as 2026-01-31T09:30:00Z is expected");
        }

        var to = sessions.Moment("to");
        if (sessions.Member("from") is null && to - DateTimeOffset.MinValue < SessionSeed.DefaultLength)
        {
            yield return new SeedError($"{pointer}/to", "there is no time before it in which sessions could begin; set from as well");
        }

        if (sessions.Moment("from") is { } from && from >= (to ?? platform.Now))
        {
            yield return new SeedError(
                $"{pointer}/from",
                sessions.Member("to") is null ? "it is not in the past; set to as well" : "it is not before to"
            );
        }
    }

    private static IEnumerable<SeedError> Table(JsonElement table, string pointer)
    {
        var columns = new Dictionary<string, SimulatedColumn>(StringComparer.Ordinal);
        foreach (var (column, index) in table.Items("columns").Select((column, index) => (column, index)))
        {
            var name = column.Text("name")!;
            if (SystemColumns.Contains(name) || !columns.TryAdd(name, new SimulatedColumn(name, column.Text("type") ?? "string")))
            {
                yield return new SeedError(
                    $"{pointer}/columns/{index}/name",
                    $"'{name}' is {(SystemColumns.Contains(name) ? "a column that the platform fills itself; leave it out" : "declared twice")}"
                );
            }
        }

        foreach (var (row, index) in table.Items("rows").Select((row, index) => (row, index)))
        {
            foreach (var cell in row.EnumerateObject())
            {
                if (SystemColumns.Contains(cell.Name))
                {
                    yield return new SeedError(
                        $"{pointer}/rows/{index}/{cell.Name}",
                        "the platform fills this column itself; leave it out"
                    );
                }
                else if (columns.TryGetValue(cell.Name, out var column) && !column.Describes(cell.Value))
                {
                    yield return new SeedError(
                        $"{pointer}/rows/{index}/{cell.Name}",
                        $"a {column.Type} is expected, as the column is declared"
                    );
                }
            }
        }
    }

    private static IEnumerable<SeedError> View(JsonElement view, string pointer, JsonElement seed, XoSimulator platform)
    {
        var table = view.Text("table")!;
        return platform.Tables.ContainsKey(table) || seed.Items("tables").Any(item => item.Text("name") == table)
            ? []
            : [new SeedError($"{pointer}/table", $"there is no table '{table}'; add it to tables")];
    }

    private static IEnumerable<SeedError> User(JsonElement user, string pointer) =>
        AccountDirectory.IsMail(user.Text("email")!)
            ? []
            : [new SeedError($"{pointer}/email", $"'{user.Text("email")}' is not an email address; write one such as ada@example.com")];
}
