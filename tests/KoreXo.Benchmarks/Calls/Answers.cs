using System.Globalization;
using System.Text;

namespace KoreXo.Benchmarks;

/// <summary>Answers as the platform's documentation shows them.</summary>
internal static class Answers
{
    public static byte[] ImportStatus { get; } =
        Encoding.UTF8.GetBytes(
            """
            {"_id":"bir-f90e7af0-3a95-54f9","streamRefId":"f90e7af0-3a95","status":"success","statusLogs":[{"taskType":"botData","status":"success"},{"taskType":"ml","status":"success"}],"requestType":"Botimport","createdBy":"u-1e9a8d6c","createdOn":"2026-03-04T09:12:41.123Z","__v":0,"streamId":"st-8f2b6c1d"}
            """
        );

    public static byte[] Intent { get; } =
        Encoding.UTF8.GetBytes(
            """
            {"request":{"input":"book a flight to paris","streamName":"Travel"},"response":{"usedtime":213,"debugTitle":"Intent found","result":"successintent","bot":"Travel","botid":"st-8f2b6c1d","task":"Book flight","taskId":"dg-4a7b","intentStatus":"published","subType":"dialog","input":["book a flight to paris"],"identifiedVia":"ml fm","language":"en","finalResolver":{"winningIntent":[{"intent":"Book flight","taskId":"dg-4a7b","activityType":"dialog"}],"entities":[]}},"streamId":"st-8f2b6c1d","streamName":"Travel"}
            """
        );

    public static byte[] Sessions(int count)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\"total\":{count},\"moreAvailable\":false,\"sessions\":[");
        for (var index = 0; index < count; index++)
        {
            text.Append(index == 0 ? "" : ",");
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                {"sessionId":"64f0c1d2e3{{index:D8}}","botId":"st-8f2b6c1d-77aa","channel":"rtm","userId":"u-{{index
                    * 7919:D10}}","start_time":"2026-03-04T09:{{index % 60:D2}}:41.123Z","end_time":"2026-03-04T10:{{index
                    % 60:D2}}:02.456Z","session_lang":["en"],"sessionType":"Interactive","isDeveloper":false,"sessionStatus":"closed","tags":{"userTags":[],"sessionTags":[{"name":"tier","value":"gold"}],"altText":[]},"noOfMessagesExchanged":{{index
                    % 40}},"noOfTasksExecuted":{{index % 5}},"containmentType":"selfService"}
                """
            );
        }

        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }
}
