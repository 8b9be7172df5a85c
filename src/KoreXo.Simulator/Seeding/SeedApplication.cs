using System.Text.Json;

namespace KoreXo.Simulator.Seeding;

/// <summary>Adds what a seed describes. The seed has been validated, so all of it is added.</summary>
internal sealed class SeedApplication(XoSimulator platform)
{
    public void Apply(JsonElement seed)
    {
        foreach (var bot in seed.Items("bots"))
        {
            AddBot(bot);
        }

        foreach (var table in seed.Items("tables"))
        {
            AddTable(table);
        }

        foreach (var view in seed.Items("views"))
        {
            var condition = view.Member("where")?.EnumerateObject().Select(cell => (cell.Name, cell.Value)).ToList() ?? [];
            platform.AddView(
                view.Text("name")!,
                platform.Tables[view.Text("table")!],
                row =>
                    condition.TrueForAll(cell =>
                        row.Columns.TryGetValue(cell.Name, out var value) && JsonElement.DeepEquals(value, cell.Value)
                    )
            );
        }

        AddAccount(seed);
        foreach (var identity in seed.Texts("unreachableRecipients"))
        {
            platform.AddUnreachableRecipient(identity);
        }
    }

    private void AddBot(JsonElement seed)
    {
        var bot = platform.AddBot(seed.Text("name")!);
        foreach (var channel in seed.Texts("channels"))
        {
            bot.EnableChannel(channel);
        }

        foreach (var language in seed.Texts("languages"))
        {
            bot.LanguageSet.Add(language);
        }

        // AddBot has published the default language only, and another one cannot become the default before it was published.
        bot.LanguageSet.Publish();
        foreach (var suite in seed.Items("testSuites"))
        {
            platform.AddTestSuite(bot, suite.Text("name")!, suite.Texts("utterances")).Failures = (int)(suite.Integer("failures") ?? 0);
        }

        foreach (var suite in seed.Items("conversationTestSuites"))
        {
            platform.AddConversationTestSuite(bot, suite.Text("name")!, suite.Texts("inputs")).Failures = (int)(
                suite.Integer("failures") ?? 0
            );
        }

        foreach (var faqs in seed.Items("faqs"))
        {
            platform.SeedFaqs(bot, (int)faqs.Integer("count")!, faqs.Text("node"), faqs.Text("language"));
        }

        if (seed.Integer("changes") is { } changes)
        {
            platform.SeedChanges(bot, (int)changes);
        }

        if (seed.Member("sessions") is { } sessions)
        {
            AddSessions(bot, sessions);
        }
    }

    private void AddSessions(SimulatedBot bot, JsonElement seed)
    {
        if (seed.ValueKind == JsonValueKind.Number)
        {
            platform.SeedSessions(bot, (int)JsonNumber.ToInteger(seed.GetRawText())!);
            return;
        }

        var defaults = new SessionSeed();
        platform.SeedSessions(
            bot,
            (int)seed.Integer("count")!,
            new SessionSeed
            {
                MessagesPerSession = (int)(seed.Integer("messagesPerSession") ?? defaults.MessagesPerSession),
                Users = (int)(seed.Integer("users") ?? defaults.Users),
                Channels = seed.Texts("channels") is { Count: > 0 } channels ? channels : defaults.Channels,
                AlertEvery = (int)(seed.Integer("alertEvery") ?? 0),
                From = seed.Moment("from"),
                To = seed.Moment("to"),
            }
        );
    }

    private void AddTable(JsonElement seed)
    {
        var table = platform.AddTable(
            seed.Text("name")!,
            seed.Items("columns").Select(column => new SimulatedColumn(column.Text("name")!, column.Text("type") ?? "string"))
        );
        foreach (var row in seed.Items("rows"))
        {
            table.AddRow(row);
        }
    }

    private void AddAccount(JsonElement seed)
    {
        foreach (var group in seed.Items("groups"))
        {
            platform.AddGroup(group.Text("name")!, group.Text("description") ?? "");
        }

        foreach (var role in seed.Items("roles"))
        {
            platform.AddRole(role.Text("kind") == "bot" ? RoleKind.Bot : RoleKind.Admin, role.Text("name")!, role.Texts("permissions"));
        }

        foreach (var user in seed.Items("users"))
        {
            platform.AddUser(
                user.Text("email")!,
                user.Text("organizationUserId"),
                user.Text("firstName") ?? "",
                user.Text("lastName") ?? ""
            );
        }

        if (seed.Integer("auditLog") is { } entries)
        {
            platform.SeedAuditLog((int)entries);
        }
    }
}
