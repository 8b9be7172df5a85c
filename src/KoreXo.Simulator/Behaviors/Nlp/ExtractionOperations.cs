using System.Text.Json.Nodes;
using KoreXo.Simulator.Files;
using KoreXo.Simulator.Knowledge;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Nlp;

/// <summary>
/// Extracts FAQs. From a file, each line is a question and, after the first comma, its answer; for a URL, which is not fetched, FAQs are
/// generated.
/// </summary>
internal sealed class ExtractionOperations(PlatformState platform) : IOperationFamily
{
    private const int QuestionsOfPage = 5;

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("extractFaqs", Extract),
            new OperationBehavior("getExtractionHistory", GetHistory),
            new OperationBehavior("listExtractionQuestions", ListQuestions),
        ];

    private JsonObject Extract(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var file = call.Text("fileId") is { } id ? platform.Files.Demand(id, "/fileId") : null;
        var extraction = new Extraction(
            "ke-" + platform.Ids.Groups(),
            bot.Id,
            bot.LanguageSet.Demand(call.Parameters.Text("language")).Code,
            call.Text("name")!
        )
        {
            Questions = [.. file is null ? MadeUp(call.Text("fileUrl")!) : FromLines(file.Content)],
            CreatedBy = call.App.UserId,
            CreatedOn = platform.Now,
            File = file is null ? null : (file.Id, file.UploadedName),
        };
        platform.Knowledge.Add(extraction);
        return new JsonObject { ["_id"] = extraction.Id, ["status"] = "success" };
    }

    private IEnumerable<ExtractedQuestion> FromLines(ReadOnlyMemory<byte> content)
    {
        foreach (var line in TextFile.Lines(content))
        {
            var parts = line.Split(',', 2);
            yield return new ExtractedQuestion("qna-" + platform.Ids.Groups(), parts[0], parts.Length > 1 ? parts[1] : "");
        }
    }

    private IEnumerable<ExtractedQuestion> MadeUp(string address) =>
        Enumerable
            .Range(1, QuestionsOfPage)
            .Select(number => new ExtractedQuestion(
                "qna-" + platform.Ids.Groups(),
                $"Question {number} of {address}",
                $"Answer {number} of {address}"
            ));

    private JsonObject GetHistory(OperationCall call)
    {
        var language = call.Parameters.Text("language");
        var extractions = platform.Knowledge.Extractions(platform.BotOf(call)).Where(extraction => extraction.Language == language);
        return new JsonObject { ["metaqnas"] = WireValue.Array(extractions.Select(Describe)) };
    }

    private static JsonObject Describe(Extraction extraction)
    {
        var json = new JsonObject
        {
            ["_id"] = extraction.Id,
            ["editable"] = true,
            ["status"] = "success",
            ["isVisited"] = false,
            ["name"] = extraction.Name,
            ["extractionType"] = "faq",
            ["streamId"] = extraction.BotId,
            ["createdBy"] = extraction.CreatedBy,
            ["language"] = extraction.Language,
            ["createdOn"] = WireTime.Format(extraction.CreatedOn),
            ["modifiedOn"] = WireTime.Format(extraction.CreatedOn),
            ["__v"] = 0,
            ["qnaAddedCount"] = extraction.Added,
            ["qnaExtractedCount"] = extraction.Questions.Count,
            ["qnaCount"] = extraction.Questions.Count,
        };
        if (extraction.File is { } file)
        {
            json["fileId"] = file.Id;
            json["fileName"] = file.Name;
        }

        return json;
    }

    private JsonObject ListQuestions(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var id = call.Parameters.Text("extractionId");
        var extraction =
            platform.Knowledge.Extractions(bot).FirstOrDefault(extraction => extraction.Id == id)
            ?? throw RefusalException.NotFound($"There is no extraction '{id}'.");
        var page = PageWindow.AtItem(call.Parameters.Integer("offset"), call.Parameters.Integer("limit")).Of(extraction.Questions);
        return new JsonObject { ["extractions"] = WireValue.Array(page.Items.Select(question => Describe(extraction, question))) };
    }

    private static JsonObject Describe(Extraction extraction, ExtractedQuestion question) =>
        new()
        {
            ["_id"] = question.Id,
            ["status"] = true,
            ["question"] = question.Question,
            ["answer"] = question.Answer,
            ["language"] = extraction.Language,
            ["kEId"] = extraction.Id,
            ["createdBy"] = extraction.CreatedBy,
            ["streamId"] = extraction.BotId,
            ["createdOn"] = WireTime.Format(extraction.CreatedOn),
            ["modifiedOn"] = WireTime.Format(extraction.CreatedOn),
            ["__v"] = 0,
        };
}
