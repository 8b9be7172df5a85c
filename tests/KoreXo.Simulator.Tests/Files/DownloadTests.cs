using System.Net;
using KoreXo.Simulator.Files;
using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.Files;

public sealed class DownloadTests : AreaTest
{
    [Theory]
    [InlineData("a.zip", "application/zip")]
    [InlineData("a.csv", "text/csv")]
    [InlineData("a.json", "application/json")]
    [InlineData("a.ZIP", "application/octet-stream")]
    [InlineData("a", "application/octet-stream")]
    public void The_type_is_that_of_the_name(string name, string type)
    {
        var store = new DownloadStore();
        var link = new Uri(store.AddLink(new Uri("http://127.0.0.1:5000/"), name, new byte[] { 7 }));

        var file = store.Find("GET", RequestTarget.Parse(link.PathAndQuery))!;

        Assert.Equal((type, 1, (byte)7), (file.ContentType, file.Content.Length, file.Content.Span[0]));
    }

    [Theory]
    [InlineData("POST", "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "0", HttpStatusCode.Forbidden)]
    [InlineData("GET", "&more=1", HttpStatusCode.Forbidden)]
    public async Task A_link_is_read_as_it_was_given(string method, string more, HttpStatusCode status)
    {
        var link = await ExportAsync();

        var reply = await As(null).SendAsync(method, link.PathAndQuery + more, json: null);

        reply.Refusal(status);
        Assert.Equal(status == HttpStatusCode.MethodNotAllowed ? "GET" : null, reply.Headers.GetValueOrDefault("Allow"));
    }

    [Theory]
    [InlineData("/downloads/none.zip")]
    [InlineData("/downloads/")]
    [InlineData("/downloads/a/b.zip")]
    [InlineData("/Downloads/none.zip")]
    public async Task A_file_that_is_not_there_is_not_found(string target) =>
        (await As(null).GetAsync(target)).Refusal(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_file_is_read_as_often_as_it_is_asked_for_and_a_later_export_does_not_change_it()
    {
        var first = await ExportAsync();
        var before = (await As(null).GetAsync(first.PathAndQuery)).Text;
        Bot.UtteranceSet.Import("hi,Greet"u8.ToArray());
        var second = await ExportAsync();

        Assert.NotEqual(first, second);
        Assert.Equal(("", ""), (before, (await As(null).GetAsync(first.PathAndQuery)).Text));
        Assert.Equal("hi,Greet\n", (await As(null).GetAsync(second.PathAndQuery)).Text);
    }

    [Fact]
    public void A_file_has_an_id_and_a_name_of_its_own_whatever_it_is_called()
    {
        var files = new FileStore(new IdSource(1));
        var first = files.Add("../a b.csv", "csv", new byte[] { 1 });
        var second = files.Add("../a b.csv", "csv", new byte[] { 2 });

        Assert.NotEqual(first.Id, second.Id);
        Assert.Matches("^f-[0-9a-f-]{36}\\.csv$", first.ServerName);
        Assert.Equal(2, files.Demand(second.Id, "/fileId").Content.Span[0]);
        var refusal = Assert.Throws<RefusalException>(() => files.Demand("none", "/fileId"));
        Assert.Equal((400, "The body is not valid at /fileId: there is no uploaded file 'none'."), (refusal.Status, refusal.Message));
    }

    private async Task<Uri> ExportAsync()
    {
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/mlexport?state=configured&type=csv", json: null)).Success();
        var status = await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/mlexport/status"));
        return new Uri(status["downloadUrl"]!.GetValue<string>());
    }
}
