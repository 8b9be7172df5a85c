using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares how a list is paged.</summary>
internal static class PagingComparer
{
    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context)
    {
        var what = (before.Paging, after.Paging) switch
        {
            (null, { } paging) => $"It is read page by page, with items of type {Say.Code(paging.ItemType)}.",
            ({ }, null) => "It is no longer read page by page.",
            ({ } from, { } to) when from.ItemType != to.ItemType =>
                $"The items change from {Say.Code(from.ItemType)} to {Say.Code(to.ItemType)}.",
            ({ } from, { } to) when from != to => $"Its paging changes: {Say.List(Parts(from, to))}.",
            _ => null,
        };
        if (what is not null)
        {
            yield return new ChangeDraft(ChangeKind.Paging, after.Id, what)
            {
                Members = [context.Method(after)],
                About = [context.Method(after)],
                Note = Note(before.Paging, after.Paging),
                Left = [before.Paging?.ItemType],
                Came = [after.Paging?.ItemType],
                Place = context.NewPlaces.Operation(after, "x-paging"),
            };
        }
    }

    private static string Note(PagingModel? from, PagingModel? to)
    {
        if (from is null || to is null || from.ItemType != to.ItemType)
        {
            return "";
        }

        var isPlaceTheSame = (from.Style, from.InBody, from.Position, from.Start) == (to.Style, to.InBody, to.Position, to.Start);
        return "Callers need not change anything" + (isPlaceTheSame ? "." : "; existing continuation tokens may no longer be accepted.");
    }

    private static IEnumerable<string> Parts(PagingModel from, PagingModel to)
    {
        (string Name, object? From, object? To)[] parts =
        [
            ("style", from.Style, to.Style),
            ("in", from.InBody ? "body" : "query", to.InBody ? "body" : "query"),
            ("position", from.Position, to.Position),
            ("size", from.Size, to.Size),
            ("start", from.Start, to.Start),
            ("maxSize", from.MaxSize, to.MaxSize),
            ("defaultSize", from.DefaultSize, to.DefaultSize),
            ("items", from.Items, to.Items),
            ("more", from.More, to.More),
            ("total", from.Total, to.Total),
            ("members next to the items", string.Join(", ", from.Beside), string.Join(", ", to.Beside)),
            ("positions as strings", from.IsText, to.IsText),
        ];
        return parts
            .Where(static part => !Equals(part.From, part.To))
            .Select(static part => $"{part.Name} from {Value(part.From)} to {Value(part.To)}");
    }

    private static string Value(object? value) =>
        value is null ? "nothing" : Say.Code(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
}
