using Xunit.Abstractions;

namespace KoreXo.Cli.Tests.Simulation;

/// <summary>
/// The page of the simulator in a browser, where one is installed. What it is made of is tested without one beside the simulator.
/// </summary>
public sealed class PageTests(ITestOutputHelper output)
{
    private const string Script = "<img src=x onerror=window.ran=1>";

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_failed_request_says_why_and_opens_and_nothing_has_to_be_scrolled_sideways(int width)
    {
        if (!Browser.IsInstalled)
        {
            output.WriteLine("Chromium or its driver is not installed: the page was not looked at.");
            return;
        }

        await using var simulator = await RunningSimulator.StartAsync("--table", "Contacts");
        await using var browser = await Browser.OpenAsync(width, 844);
        await browser.GoAsync(new Uri(simulator.Printed["endpoint"]!.GetValue<string>()));
        await browser.UntilAsync("return document.body.innerText.includes('No requests yet')");

        await simulator.CallAsync("data", "POST", "/api/public/tables/Contacts/query", "{}");
        await simulator.SendAsync("data", "POST", $"/{Uri.EscapeDataString(Script)}{new string('x', 300)}", "{}");
        await simulator.SendAsync("data", "GET", $"/api/public/bot/{simulator.Printed["bot"]}/export/status");
        await simulator.SendAsync("data", "POST", "/api/public/tables/Contacts", $$$"""{"data":{"_id":"{{{Script}}}"}}""");
        await browser.UntilAsync("return document.querySelectorAll('.open').length === 4");
        await browser.RunAsync("document.querySelectorAll('.open').forEach(row => row.click())");
        await browser.UntilAsync("return document.querySelectorAll('.details pre').length === 12");

        var text = (await browser.RunAsync("return document.body.innerText"))!.GetValue<string>();
        Assert.Contains("the platform fills this column itself", text, StringComparison.Ordinal);
        Assert.Contains("This API cannot be called with a data app", text, StringComparison.Ordinal);
        Assert.Contains(Script, text, StringComparison.Ordinal);
        Assert.Contains("1 min", text, StringComparison.Ordinal);
        Assert.DoesNotContain(simulator.Printed["credentials"]!["data"]!["token"]!.GetValue<string>(), text, StringComparison.Ordinal);
        Assert.True(
            (
                await browser.RunAsync(
                    "return document.documentElement.scrollWidth <= " + width.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
            )!.GetValue<bool>()
        );
        Assert.True((await browser.RunAsync("return window.ran === undefined && document.images.length === 0"))!.GetValue<bool>());
        Assert.Contains(
            simulator.Printed["bot"]!.GetValue<string>(),
            (
                await browser.RunAsync("return [...document.querySelectorAll('.open [title]')].map(part => part.title).join()")
            )!.GetValue<string>(),
            StringComparison.Ordinal
        );
    }
}
