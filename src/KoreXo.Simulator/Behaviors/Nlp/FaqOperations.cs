using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Knowledge;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Nlp;

/// <summary>Lists FAQs: by knowledge task and node, or in V2 by version and label.</summary>
internal sealed class FaqOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("listFaqs", List), new OperationBehavior("listFaqsV2", ListV2)];

    private JsonObject List(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var graph = platform.Knowledge.Graph(bot, call.Parameters.Text("language"));
        if (call.Parameters.Text("ktId") != graph.TaskId)
        {
            throw RefusalException.NotFound($"The bot has no knowledge task '{call.Parameters.Text("ktId")}' in this language.");
        }

        var node = call.Parameters.Optional("parentId") is { } id ? graph.Demand(node => node.Id == id, id) : null;
        return Page(call, bot, graph, graph.FaqsOf(node, call.Parameters.Flag("withallchild")));
    }

    /// <summary>Lists FAQs. For the published version, these are the ones that existed when it was published.</summary>
    private JsonObject ListV2(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var graph = platform.Knowledge.Graph(bot, call.Parameters.Text("language"));
        var node = call.Parameters.Optional("nodeName") is { } label ? graph.Demand(node => node.Label == label, label) : null;
        var faqs = graph.FaqsOf(node, call.Parameters.Flag("withallchild"));
        return Page(call, bot, graph, call.Parameters.Text("state") == "published" ? [.. faqs.Where(faq => IsPublished(bot, faq))] : faqs);
    }

    private static JsonObject Page(OperationCall call, SimulatedBot bot, KnowledgeGraph graph, IReadOnlyList<SimulatedFaq> faqs)
    {
        if (call.Parameters.Optional("search") is { Length: > 0 } search)
        {
            faqs = [.. faqs.Where(faq => faq.ReferenceId == search || faq.Question.Contains(search, StringComparison.OrdinalIgnoreCase))];
        }

        var page = PageWindow.AtItem(call.Parameters.Integer("offset"), call.Parameters.Integer("limit")).Of(faqs);
        return new JsonObject
        {
            ["faqs"] = WireValue.Array(page.Items.Select(faq => Describe(bot, graph, faq))),
            ["moreAvailable"] = page.HasMore,
            ["count"] = page.Total,
        };
    }

    private static bool IsPublished(SimulatedBot bot, SimulatedFaq faq) =>
        bot.Published is { } published && faq.CreatedOn <= published.PublishedOn;

    private static JsonObject Describe(SimulatedBot bot, KnowledgeGraph graph, SimulatedFaq faq) =>
        new()
        {
            ["_id"] = faq.Id,
            ["streamId"] = bot.Id,
            ["conditionalResp"] = false,
            ["questionPayload"] = new JsonObject { ["question"] = faq.Question, ["tagsPayload"] = new JsonArray() },
            ["responseType"] = "message",
            ["answerPayload"] = new JsonArray(Answer(bot, faq)),
            ["subQuestions"] = new JsonArray(),
            ["subAnswers"] = new JsonArray(),
            ["parent"] = faq.NodeId,
            ["leafterm"] = faq.Node,
            ["createdOn"] = WireTime.Format(faq.CreatedOn),
            ["createdBy"] = faq.CreatedBy,
            ["modifiedOn"] = WireTime.Format(faq.CreatedOn),
            ["lastModifiedBy"] = faq.CreatedBy,
            ["botName"] = bot.Name,
            ["knowledgeTaskId"] = graph.TaskId,
            ["sortId"] = faq.CreatedOn.ToUnixTimeMilliseconds(),
            ["language"] = faq.Language,
            ["faqStatus"] = true,
            ["editLocked"] = false,
            ["isPublished"] = IsPublished(bot, faq),
            ["refId"] = faq.ReferenceId,
            ["label"] = faq.Question,
            ["faqLinkedBy"] = new JsonArray(),
            ["__v"] = 0,
            ["fullPath"] = faq.NodeId == graph.Nodes[0].Id ? new JsonArray(faq.Node) : new JsonArray(graph.Nodes[0].Label, faq.Node),
        };

    private static JsonObject Answer(SimulatedBot bot, SimulatedFaq faq)
    {
        // The format of JavaScript's Date rather than ISO, as in the platform's samples.
        var words = faq.CreatedOn.UtcDateTime.ToString(
            "ddd MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'",
            CultureInfo.InvariantCulture
        );
        return new JsonObject
        {
            ["_id"] = "mt-" + faq.Id,
            ["streamId"] = bot.Id,
            ["channel"] = "default",
            ["createdBy"] = faq.CreatedBy,
            ["createdOn"] = words,
            ["lModBy"] = faq.CreatedBy,
            ["lMod"] = words,
            ["text"] = faq.Answer,
            ["type"] = "basic",
        };
    }
}
