using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares the body and the response of an operation. The content of their types is compared with the types.</summary>
internal static class ContentComparer
{
    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context) =>
        Body(before, after, context).Concat(Answer(before, after, context));

    private static IEnumerable<ChangeDraft> Body(OperationModel before, OperationModel after, Comparison context)
    {
        switch (before.Body, after.Body)
        {
            case (null, null):
                yield break;
            case (null, { } added):
                yield return Draft($"{(added.IsRequired ? "A required" : "An optional")} body {Say.Code(added.Type)} is added.");
                yield break;
            case ({ } removed, null):
                yield return Draft($"The body {Say.Code(removed.Type)} is removed.");
                yield break;
            case ({ } from, { } to):
                if (from.IsRequired != to.IsRequired)
                {
                    yield return Draft(to.IsRequired ? "The body becomes required." : "The body becomes optional.");
                }

                if (from.Kind != to.Kind)
                {
                    yield return Draft($"The body is sent as {Name(to.Kind)} instead of {Name(from.Kind)}.");
                }

                if (from.MediaType != to.MediaType || !from.Styles.Equals(to.Styles))
                {
                    yield return Draft("The media type of the body or the serialization of its members changes.");
                }

                if (from.Type != to.Type)
                {
                    yield return Draft($"The body changes from {Say.Code(from.Type)} to {Say.Code(to.Type)}.");
                }

                yield break;
        }

        ChangeDraft Draft(string what) =>
            new(ChangeKind.Body, after.Id, what)
            {
                Members = [context.Method(after)],
                Left = [before.Body?.Type],
                Came = [after.Body?.Type],
                Place = context.NewPlaces.Operation(after, "requestBody"),
            };
    }

    private static IEnumerable<ChangeDraft> Answer(OperationModel before, OperationModel after, Comparison context)
    {
        var (from, to) = (before.Result, after.Result);
        if (from.Type != to.Type)
        {
            yield return Draft($"The response changes from {Say.Code(from.Type, "nothing")} to {Say.Code(to.Type, "nothing")}.");
        }
        else if (from.MayBeEmpty != to.MayBeEmpty)
        {
            yield return Draft(to.MayBeEmpty ? "The response may be empty." : "The response can no longer be empty.");
        }

        if (from.IsText != to.IsText && from.Type == to.Type)
        {
            yield return Draft(to.IsText ? "The response may also be plain text." : "The response can no longer be plain text.");
        }

        if (from.Accept != to.Accept)
        {
            yield return Draft(
                $"It accepts {Say.Code(to.Accept ?? "application/json")} instead of {Say.Code(from.Accept ?? "application/json")}."
            );
        }

        ChangeDraft Draft(string what) =>
            new(ChangeKind.Answer, after.Id, what)
            {
                Members = context.Methods(before, after),
                Left = [before.Result.Type],
                Came = [after.Result.Type],
                Place = context.NewPlaces.Operation(after, "responses"),
            };
    }

    private static string Name(BodyKind kind) =>
        kind switch
        {
            BodyKind.Json => "JSON",
            BodyKind.Form => "a form",
            BodyKind.Multipart => "a multipart form",
            BodyKind.Binary => "bytes",
            _ => "text",
        };
}
