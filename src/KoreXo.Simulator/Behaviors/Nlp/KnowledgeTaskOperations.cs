using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Knowledge;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Nlp;

/// <summary>Returns knowledge tasks, and adds extracted questions to their nodes.</summary>
internal sealed class KnowledgeTaskOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("getKnowledgeTasks", Get), new OperationBehavior("addQuestionsFromExtraction", Add)];

    /// <summary>Returns the bot's only task in a language as an object, as in the platform's sample.</summary>
    private JsonObject Get(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var language = call.Parameters.Text("language");
        var graph = platform.Knowledge.Graph(bot, language);
        var author = bot.OwnerId;
        var faqs = graph.Faqs;
        return new JsonObject
        {
            ["_id"] = graph.TaskId,
            ["createdOn"] = WireTime.Format(graph.CreatedOn),
            ["modifiedOn"] = WireTime.Format(graph.CreatedOn),
            ["state"] = "configured",
            ["editable"] = true,
            ["taxonomy"] = WireValue.Array(graph.Nodes.Select(node => Node(node, graph.Nodes[0], faqs))),
            ["nodesToPublish"] = new JsonArray(),
            ["publishRoot"] = false,
            ["version"] = "1.0",
            ["adminTaskStatus"] = "active",
            ["name"] = bot.Name,
            ["description"] = "",
            ["isGraph"] = true,
            ["visibility"] = new JsonObject { ["namespace"] = "private", ["namespaceIds"] = new JsonArray(author) },
            ["streamId"] = bot.Id,
            ["metadata"] = new JsonObject { ["taxonomy"] = new JsonArray(TreeNode(graph.Nodes[0])) },
            ["createdBy"] = author,
            ["lastModifiedBy"] = author,
            ["botName"] = bot.Name,
            ["language"] = language,
            ["refId"] = "ref-" + graph.TaskId,
            ["__v"] = 0,
            ["deletedNodesToPublish"] = new JsonArray(),
            ["lock"] = new JsonObject { ["islocked"] = "false" },
            ["traitCount"] = 0,
            ["faqCount"] = faqs.Count,
        };
    }

    private static JsonObject Node(KnowledgeNode node, KnowledgeNode root, IReadOnlyList<SimulatedFaq> faqs) =>
        new()
        {
            ["parent"] = node.IsRoot ? [] : new JsonArray(root.Id),
            ["synonyms"] = new JsonArray(),
            ["isDummy"] = false,
            ["editLocked"] = false,
            ["nodeId"] = node.Id,
            ["label"] = node.Label,
            ["level"] = node.IsRoot ? "l0" : "l1",
            ["faqCount"] = faqs.Count(faq => faq.NodeId == node.Id),
        };

    private static JsonObject TreeNode(KnowledgeNode node) =>
        new()
        {
            ["nodeId"] = node.Id,
            ["label"] = node.Label,
            ["class"] = "bgblack",
            ["level"] = "l0",
            ["parent"] = new JsonArray(),
            ["synonyms"] = new JsonArray(),
            ["nodes"] = new JsonArray(),
        };

    private JsonObject Add(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var language = call.Parameters.Text("language");
        var graph = platform.Knowledge.Graph(bot, language);
        var extractions = platform.Knowledge.Extractions(bot);
        // ToList reads, and so checks, all questions before the first is added.
        var added = call.Body.Items("faqs").Select((faq, index) => Read(faq, $"/faqs/{index}", bot, graph, extractions)).ToList();
        foreach (var (faq, extraction, node) in added)
        {
            var answer = faq.Items("answerPayload").Select(payload => payload.Text("text")).FirstOrDefault() ?? "";
            graph.Add(
                platform.Knowledge.NewFaq(language, faq.GetProperty("questionPayload").Text("question")!, answer, node, call.App.UserId)
            );
            extraction.CountAdded();
        }

        platform.LogChange(bot, call.App, "knowledgetask", $"{added.Count} questions added");
        return new JsonObject { ["status"] = "success" };
    }

    private static (JsonElement Faq, Extraction Extraction, KnowledgeNode Node) Read(
        JsonElement faq,
        string pointer,
        SimulatedBot bot,
        KnowledgeGraph graph,
        IReadOnlyList<Extraction> extractions
    )
    {
        if (faq.Text("streamId") != bot.Id)
        {
            throw Fault("streamId", "it is another bot than that of the path");
        }

        if (faq.Text("knowledgeTaskId") != graph.TaskId)
        {
            throw Fault("knowledgeTaskId", "the bot has no such knowledge task in this language");
        }

        var node =
            graph.Nodes.FirstOrDefault(node => node.Id == faq.Text("parent"))
            ?? throw Fault("parent", "the knowledge graph has no such node");
        var question = faq.Text("qsId");
        var extraction =
            extractions.FirstOrDefault(extraction => extraction.Questions.Any(extracted => extracted.Id == question))
            ?? throw Fault("qsId", "no extraction of the bot has such a question");
        return (faq, extraction, node);

        RefusalException Fault(string member, string reason) =>
            RefusalException.BadRequest($"The body is not valid at {pointer}/{member}: {reason}.");
    }
}
