using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Imports and exports bot variables, with or without collections.</summary>
internal sealed class BotVariableOperations(PlatformState platform) : IOperationFamily
{
    private const string ContentType = "locale";
    private const string DefaultScope = "prePopulated";

    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("importBotVariables", Import), new OperationBehavior("exportBotVariables", Export)];

    private JsonObject Import(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var isList = call.Body.ValueKind == JsonValueKind.Array;
        var list = isList ? [.. call.Body.EnumerateArray()] : call.Body.Items("botVariables");
        var variables = list.Select((variable, index) => Read(variable, $"{(isList ? "" : "/botVariables")}/{index}")).ToList();
        var collections = ReadCollections(call);
        variables.AddRange(
            call.Body.Items("botCollectionVariables").Select((variable, index) => InCollection(bot, collections, variable, index))
        );

        // Everything has been read, and so checked, before the first write: a body with an error in its last variable changes nothing.
        foreach (var (id, name) in collections)
        {
            bot.VariableSet.WriteCollection(id, name);
        }

        bot.VariableSet.Write(variables);
        platform.LogChange(bot, call.App, "stream", $"{variables.Count} variables imported");
        return new JsonObject { ["message"] = $"{variables.Count} bot variables imported/updated successfully" };
    }

    private static SimulatedVariable Read(JsonElement variable, string pointer)
    {
        var isContent = variable.Text("variableType") == ContentType;
        var needed = isContent ? "localeData" : "value";
        if (variable.Member(needed) is null)
        {
            throw RefusalException.BadRequest($"The body is not valid at {pointer}/{needed}: it is required for variables of this type.");
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (isContent)
        {
            foreach (var locale in variable.GetProperty("localeData").EnumerateObject())
            {
                texts[locale.Name] = locale.Value.Text("value")!;
            }
        }

        return new SimulatedVariable
        {
            Key = variable.Text("key")!,
            Value = variable.Text("value"),
            IsContent = isContent,
            Scope = variable.Text("scope")!,
            Hint = variable.Text("hint"),
            Texts = texts,
        };
    }

    /// <summary>Returns the names of the collections by their reference ids.</summary>
    private static Dictionary<string, string> ReadCollections(OperationCall call)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (collection, index) in call.Body.Items("botCollections").Select((collection, index) => (collection, index)))
        {
            var id = collection.Text("refId")!;
            if (!names.TryAdd(id, collection.Text("name")!))
            {
                throw RefusalException.BadRequest(
                    $"The body is not valid at /botCollections/{index}/refId: there is another collection '{id}' in it."
                );
            }
        }

        return names;
    }

    private static SimulatedVariable InCollection(SimulatedBot bot, Dictionary<string, string> collections, JsonElement variable, int index)
    {
        var id = variable.Text("refId")!;
        return new SimulatedVariable
        {
            Key = variable.Text("key")!,
            Value = variable.Text("value"),
            IsContent = false,
            Scope = DefaultScope,
            Hint = null,
            Texts = new Dictionary<string, string>(StringComparer.Ordinal),
            Collection =
                collections.GetValueOrDefault(id)
                ?? bot.VariableSet.Collection(id)
                ?? throw RefusalException.BadRequest(
                    $"The body is not valid at /botCollectionVariables/{index}/refId: there is no collection '{id}'."
                ),
        };
    }

    private JsonArray Export(OperationCall call) => WireValue.Array(platform.BotOf(call).Variables.Select(Describe));

    private static JsonObject Describe(SimulatedVariable variable)
    {
        var json = new JsonObject { ["key"] = variable.Key };
        if (variable.IsContent)
        {
            var locales = new JsonObject();
            foreach (var (language, text) in variable.Texts)
            {
                locales[language] = new JsonObject { ["value"] = text };
            }

            json["localeData"] = locales;
        }
        else
        {
            json["value"] = variable.Value;
            json["hint"] = variable.Hint ?? "";
            json["vNameSpace"] = new JsonArray();
        }

        json["variableType"] = variable.IsContent ? ContentType : "env";
        json["scope"] = variable.Scope;
        json["group"] = variable.Collection ?? "";
        json["propagateValue"] = false;
        json["isSecured"] = false;
        return json;
    }
}
